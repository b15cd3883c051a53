import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import type { MyScholarship } from "../../scholarships/find-my-scholarships.server.ts";

type ActsProps = { scholarship: MyScholarship; course: string; here?: "course" };

/** What a learner may do with her scholarship as it stands. */
export function ScholarshipActs({ scholarship, course, here }: ActsProps) {
  const { t } = useTranslation("scholarships");
  const { status, order, id } = scholarship;
  const open = status === "waiting" || status === "granted";
  const apply = `/courses/${course}/scholarship`;
  return (
    <div className="flex flex-wrap items-center gap-3 empty:hidden">
      {status === "granted" ? (
        <Link to={`/courses/${course}#buy`} className={buttonClass()}>
          {t("acts.use")}
        </Link>
      ) : null}
      {status === "ordering" && order ? (
        <Link to={`/account/orders/${order}`} className={buttonClass()}>
          {t("acts.toOrder")}
        </Link>
      ) : null}
      {status === "used" ? (
        <Link to={`/learn/${course}`} className={buttonClass()}>
          {t("acts.toCourse")}
        </Link>
      ) : null}
      {here !== "course" && (status === "waiting" || status === "refused" || status === "withdrawn") ? (
        <Link to={apply} className={buttonClass({ kind: "quiet" })}>
          {t(status === "waiting" ? "acts.change" : "acts.again")}
        </Link>
      ) : null}
      {open ? (
        <Form method="post" action={here === "course" ? apply : "/account/scholarships"}>
          <input type="hidden" name="scholarship" value={id} />
          <ConfirmSubmit
            kind="plain"
            name="intent"
            value="withdraw"
            label={t(`withdraw.${status}.label`)}
            title={t(`withdraw.${status}.title`)}
            text={t(`withdraw.${status}.text`)}
            confirmLabel={t(`withdraw.${status}.label`)}
            cancelLabel={t("withdraw.keep")}
          />
        </Form>
      ) : null}
    </div>
  );
}
