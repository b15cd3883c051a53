import { z } from "zod";
import { bankHref } from "#app/features/quiz/bank/bank-filters.ts";
import { bankFiltersSchema } from "#app/features/quiz/bank/bank-schema.ts";
import { findQuestions } from "#app/features/quiz/bank/find-questions.server.ts";
import { BankSearch } from "#app/features/quiz/components/bank/bank-search.tsx";
import { EmptyBank } from "#app/features/quiz/components/bank/empty-bank.tsx";
import { QuestionList } from "#app/features/quiz/components/bank/question-list.tsx";
import { UndoRemoval } from "#app/features/quiz/components/bank/undo-removal.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/questions";
import { questionsActions } from "./questions-actions.server.ts";

const params = z.object({ course: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  search: bankFiltersSchema,
  load: async ({ personCtx, params, search }) => {
    const { cursor, undo, ...filters } = search;
    return { ...(await findQuestions(personCtx(), { ...params, ...search })), filters, cursor, undo };
  },
});

export const action = declareAction({
  access: "teaching",
  params,
  search: bankFiltersSchema,
  intents: ["move", "tag", "untag", "copy", "remove", "bring-back", "export"],
  act: (input) => questionsActions(input),
});

export default function Questions({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("question-bank");
  const { locale } = usePageContext().formats;
  const { course, summary, questions, filters, next, previous, undo } = loaderData;
  const title = pickTranslated(course.titles, locale);
  const { form, field } = useFormErrors(actionData?.result);
  const errors = [...form, field("question"), field("tag"), field("category")].filter((text) => text !== undefined);
  const address = bankHref(course.slug);
  const isEmpty = summary.all === 0 && summary.removed === 0;
  return (
    <Container className="pb-12">
      <title>{`${t("title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          { label: t("title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <Link to={`${address}/new`} className={buttonClass()}>
              <Icon name="plus" /> {t("new.title")}
            </Link>
            <Link to={`${address}/import`} className={buttonClass({ kind: "quiet" })}>
              {t("import")}
            </Link>
            <Link to={`${address}/categories`} className={buttonClass({ kind: "quiet" })}>
              {t("categories.title")}
            </Link>
          </>
        }
      />
      {undo && summary.undoable > 0 ? (
        <UndoRemoval course={course.slug} filters={filters} {...{ undo, summary }} />
      ) : null}
      <FormErrors messages={errors} />
      {isEmpty ? (
        <EmptyBank course={course.slug} />
      ) : (
        <>
          <BankSearch course={course} filters={filters} summary={summary} />
          <QuestionList
            course={course}
            filters={filters}
            summary={summary}
            questions={questions}
            cursor={loaderData.cursor}
          />
          <PageLinks
            next={next && bankHref(course.slug, filters, { cursor: next })}
            previous={previous && bankHref(course.slug, filters, { cursor: previous })}
            labels={{
              navigation: t("ui:pages.navigation"),
              next: t("ui:pages.next"),
              previous: t("ui:pages.previous"),
            }}
            LinkAs={Link}
          />
        </>
      )}
    </Container>
  );
}
