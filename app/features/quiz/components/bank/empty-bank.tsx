import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";

/** A bank in which nothing was ever written. */
export function EmptyBank({ course }: { course: string }) {
  const { t } = useTranslation("question-bank");
  return (
    <EmptyState
      title={t("empty.title")}
      text={t("empty.text")}
      action={
        <>
          <Link to={`/teach/${course}/questions/new`} className={buttonClass()}>
            {t("empty.write")}
          </Link>
          <Link to={`/teach/${course}/questions/import`} className={buttonClass({ kind: "quiet" })}>
            {t("empty.import")}
          </Link>
        </>
      }
    />
  );
}
