import { z } from "zod";
import { QueueFilter, QueueTabs, queueQuery } from "#app/features/quiz/components/grading/queue-filter.tsx";
import { QuestionCounts, QueueTable } from "#app/features/quiz/components/grading/queue-table.tsx";
import { findGradingQueue } from "#app/features/quiz/grading/find-grading-queue.server.ts";
import { queueChoiceSchema } from "#app/features/quiz/grading/grading-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/grading";

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  search: queueChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => ({
    ...(await findGradingQueue(personCtx(), { ...params, choice })),
    choice,
  }),
});

export default function Grading({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-results");
  const { locale } = usePageContext().formats;
  const { course, choice, counts, entries, next } = loaderData;
  const address = `/teach/${course.slug}/grading`;
  const title = pickTranslated(course.titles, locale);
  const query = queueQuery(choice);
  const more = (after: string) => `${address}${query}${query ? "&" : "?"}after=${encodeURIComponent(after)}`;
  const isWaiting = choice.state === "waiting";
  return (
    <Container className="pb-12">
      <title>{`${t("grading.title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          { label: t("grading.title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        title={t("grading.title")}
        lead={t("grading.lead")}
        actions={
          isWaiting && entries.length > 0 ? (
            <Link to={`${address}/next${query}`} className={buttonClass()}>
              {t("grading.begin")}
            </Link>
          ) : null
        }
      />
      <QueueTabs address={address} choice={choice} counts={counts} />
      {counts.length > 0 ? <QueueFilter key={query} address={address} choice={choice} counts={counts} /> : null}
      {entries.length > 0 ? (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
          {isWaiting && !query && counts.length > 1 ? <QuestionCounts address={address} counts={counts} /> : null}
          <QueueTable address={address} choice={choice} entries={entries} />
        </div>
      ) : (
        <Empty isWaiting={isWaiting} />
      )}
      <PageLinks
        next={next ? more(next) : undefined}
        previous={choice.after ? `${address}${query}` : undefined}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
        LinkAs={Link}
      />
    </Container>
  );
}

function Empty({ isWaiting }: { isWaiting: boolean }) {
  const { t } = useTranslation("quiz-results");
  if (isWaiting) return <EmptyState title={t("grading.empty.title")} text={t("grading.empty.text")} />;
  return <EmptyState title={t("grading.emptyGraded.title")} text={t("grading.emptyGraded.text")} />;
}
