import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { FoundCode } from "../../access/find-code.server.ts";
import { GroupPlace, useLastDay } from "./group-place.tsx";

/** Where a code is typed. */
export function CodeForm({ typed, error }: { typed: string | undefined; error: string | undefined }) {
  const { t } = useTranslation("groups");
  return (
    <Form action="/redeem" noValidate className="grid gap-4">
      <Field
        name="code"
        label={t("redeem.code")}
        hint={t("redeem.codeHint")}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        required
        defaultValue={typed}
        error={error}
      />
      <div>
        <Button>{t("redeem.show")}</Button>
      </div>
    </Form>
  );
}

type RedeemCardProps = { found: FoundCode; signedIn: boolean; next: string };

/** What a code opens, and the one press by which it does. */
export function RedeemCard({ found, signedIn, next }: RedeemCardProps) {
  const { t } = useTranslation("groups");
  const dayOf = useLastDay();
  return (
    <Card className="grid gap-4">
      <p className="text-ink-2">{t("redeem.from", { name: `\u2068${found.name}\u2069` })}</p>
      <h2 className="font-bold font-read text-2xl">
        <GroupPlace {...found} />
      </h2>
      {found.lastDay && found.standing === "open" ? (
        <p className="text-ink-2 text-sm">{t("state.until", { date: dayOf(found.lastDay) })}</p>
      ) : null}
      <Way found={found} signedIn={signedIn} next={next} />
      <p>
        <Link to={`/courses/${found.course.slug}`}>{t("redeem.about")}</Link>
      </p>
    </Card>
  );
}

function Way({ found: { standing, code, course }, signedIn, next }: RedeemCardProps) {
  const { t } = useTranslation("groups");
  const query = `?next=${encodeURIComponent(next)}`;
  if (standing === "yours" || standing === "held") {
    return (
      <>
        <Notice kind="info">{t(`redeem.${standing}`)}</Notice>
        <div>
          <Link to={`/learn/${course.slug}`} className={buttonClass()}>
            {t("redeem.toCourse")}
          </Link>
        </div>
      </>
    );
  }
  if (standing !== "open")
    return (
      <Notice kind="warning">{t(standing === "used" ? "payment:errors.codeUsed" : "payment:errors.codeOver")}</Notice>
    );
  if (!signedIn)
    return (
      <>
        <p>{t("redeem.signIn")}</p>
        <div className="flex flex-wrap gap-3">
          <Link to={`/sign-up${query}`} className={buttonClass()}>
            {t("redeem.signUp")}
          </Link>
          <Link to={`/sign-in${query}`} className={buttonClass({ kind: "quiet" })}>
            {t("ui:nav.signIn")}
          </Link>
        </div>
      </>
    );
  return (
    <Form method="post" className="grid gap-3">
      <input type="hidden" name="code" value={code} />
      <div>
        <Button>{t("redeem.take")}</Button>
      </div>
      <p className="text-ink-2 text-sm">{t("redeem.seen")}</p>
    </Form>
  );
}
