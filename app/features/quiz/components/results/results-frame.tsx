import type { ReactNode } from "react";
import { Link, NavLink } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Container } from "#app/ui/container.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { SatQuiz } from "../../results/find-sat-quiz.server.ts";

export type Tab = "overview" | "questions" | "attempts";

type FrameProps = {
  quiz: SatQuiz;
  tab: Tab;
  /** Of a page within a tab; `text` names it where no element may stand. */
  inner?: { title: ReactNode; text: string; eyebrow?: ReactNode };
  actions?: ReactNode;
  children: ReactNode;
};

export const resultsAddress = ({ course, slug }: Pick<SatQuiz, "course" | "slug">) =>
  `/teach/${course.slug}/${slug}/results`;

const addressOf = (quiz: SatQuiz, tab: Tab) =>
  tab === "overview" ? resultsAddress(quiz) : `${resultsAddress(quiz)}/${tab}`;

/** The rooms in which the results of a quiz are looked at. */
export function ResultsFrame({ quiz, tab, inner, actions, children }: FrameProps) {
  const { t } = useTranslation("quiz-results");
  const { locale } = usePageContext().formats;
  const course = pickTranslated(quiz.course.titles, locale);
  const title = pickTranslated(quiz.titles, locale);
  const tabs = { overview: t("tabs.overview"), questions: t("tabs.questions"), attempts: t("tabs.attempts") };
  return (
    <Container className="pb-12">
      <title>{`${inner ? `${inner.text} · ` : ""}${t("results.title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={course} />, to: `/teach/${quiz.course.slug}` },
          ...(inner
            ? [
                { label: <LocalText value={title} />, to: resultsAddress(quiz) },
                { label: tabs[tab], to: addressOf(quiz, tab) },
                { label: inner.title },
              ]
            : [{ label: <LocalText value={title} /> }]),
        ]}
        LinkAs={Link}
      />
      <PageHeader
        title={inner?.title ?? <LocalText value={title} />}
        eyebrow={inner?.eyebrow ?? t("results.title")}
        actions={actions}
      />
      {inner ? null : (
        <nav aria-label={t("results.title")} className="mb-8 flex gap-2 overflow-x-auto border-line border-b">
          {(["overview", "questions", "attempts"] as const).map((one) => (
            <NavLink
              key={one}
              to={addressOf(quiz, one)}
              end
              className={classNames(
                "inline-flex min-h-11 flex-none items-center border-b-2 px-3 font-semibold",
                one === tab ? "border-tile text-tile" : "border-transparent text-ink-2 hover:text-tile",
              )}
            >
              {tabs[one]}
            </NavLink>
          ))}
        </nav>
      )}
      {quiz.nameless ? (
        <Notice kind="info" className="mb-6">
          {t("results.nameless")}
        </Notice>
      ) : null}
      {children}
    </Container>
  );
}
