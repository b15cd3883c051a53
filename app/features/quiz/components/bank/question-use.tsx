import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { BankQuestion } from "../../bank/find-question.server.ts";

/** Where a question is used, who has sat it, and what a change of it changes. */
export function QuestionUse({ course, question }: { course: string; question: BankQuestion }) {
  const { t } = useTranslation("question-bank");
  const { locale } = usePageContext().formats;
  const { quizzes, releases, versions, current } = question;
  const nameOf = (titles: Translated) => pickTranslated(titles, locale).text;
  const attempts = versions.reduce((sum, version) => sum + version.attempts, 0);
  const behind = releases.some(({ version }) => version !== current);
  return (
    <section aria-labelledby="use" className="grid gap-3">
      <h2 id="use" className="font-bold font-read text-2xl">
        {t("use.title")}
      </h2>
      {quizzes.length === 0 ? (
        <p className="text-ink-2">{t("use.none")}</p>
      ) : (
        <ul className="grid gap-1">
          {quizzes.map(({ lesson, titles, pool }) => (
            <li key={lesson}>
              <Link to={`/teach/${course}/${lesson}/quiz`}>
                <LocalText value={pickTranslated(titles, locale)} />
              </Link>{" "}
              {pool ? <span className="text-ink-2 text-sm">{t("use.pool")}</span> : null}
            </li>
          ))}
        </ul>
      )}
      {releases.length > 0 ? (
        <ul className="grid gap-1 text-ink-2 text-sm">
          {releases.map(({ release, lesson, titles, version }) => (
            <li key={lesson}>{t("use.released", { release, lesson: nameOf(titles), version })}</li>
          ))}
        </ul>
      ) : null}
      {behind ? <Notice kind="warning">{t("use.behind")}</Notice> : null}
      {releases.length > 0 && !behind ? <p className="text-ink-2 text-sm">{t("use.later")}</p> : null}
      {attempts > 0 ? (
        <Notice kind="info" title={t("use.sat", { count: attempts })}>
          <p>{t("use.satText")}</p>
          <ul className="mt-1 grid gap-1">
            {releases.map(({ lesson, titles }) => (
              <li key={lesson}>
                <Link to={`/teach/${course}/${lesson}/results`}>{t("use.regrade", { lesson: nameOf(titles) })}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </section>
  );
}
