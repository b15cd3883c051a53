import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { AttemptPage } from "../../find-attempt-page.server.ts";

/** Where a learner goes on from an attempt that is over. */
export function AttemptWays({ page: { course, lesson, next } }: { page: AttemptPage }) {
  const { t } = useTranslation("sitting");
  const { locale } = usePageContext().formats;
  const quiet = buttonClass({ kind: "quiet" });
  return (
    <nav
      aria-label={t("review.ways")}
      className="no-print mt-10 flex flex-wrap items-center gap-3 border-line border-t pt-5"
    >
      {lesson ? (
        <Link to={`/learn/${course.slug}/${lesson.slug}`} className={quiet}>
          {t("review.toQuiz")}
        </Link>
      ) : null}
      <Link to={`/learn/${course.slug}`} className={quiet}>
        {t("review.toCourse")}
      </Link>
      <Button type="button" kind="plain" onClick={() => window.print()}>
        <Icon name="print" />
        {t("review.print")}
      </Button>
      {next ? (
        <Link
          to={`/learn/${course.slug}/${next.slug}`}
          className={`${buttonClass({ kind: lesson?.completed ? "primary" : "quiet" })} ms-auto max-w-full`}
        >
          <span className="min-w-0">
            {t("learn:player.next")} <LocalText value={pickTranslated(next.titles, locale)} />
          </span>
          <Icon name="next" />
        </Link>
      ) : null}
    </nav>
  );
}
