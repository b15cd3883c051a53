import { randomUUID } from "node:crypto";
import { z } from "zod";
import { typeNameSchema } from "#app/features/quiz/bank/bank-schema.ts";
import { beginQuestion } from "#app/features/quiz/bank/begin-question.server.ts";
import { QuestionDesk } from "#app/features/quiz/components/bank/question-desk.tsx";
import { TypeChoice } from "#app/features/quiz/components/bank/type-choice.tsx";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/new-question";

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  search: z.object({
    type: typeNameSchema.optional().catch(undefined),
    category: z.uuid().optional().catch(undefined),
  }),
  load: async ({ personCtx, params, search: { type, category } }) => {
    const ctx = personCtx();
    // The serial tells one new question from the next, which has the same address.
    return { ...(await beginQuestion(ctx, { ...params, type })), category, owner: ctx.actor.id, serial: randomUUID() };
  },
});

export default function NewQuestion({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("question-bank");
  const { locale } = usePageContext().formats;
  const { course, begun, category, owner, serial } = loaderData;
  const title = pickTranslated(course.titles, locale);
  const heading = begun ? t("new.ofType", { type: t(`quiz:types.${begun.type}`) }) : t("new.title");
  return (
    <Container className="pb-12">
      <title>{`${heading} · ${t("title")} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          { label: t("title"), to: `/teach/${course.slug}/questions` },
          { label: t("new.title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        title={heading}
        lead={begun ? t(`types.${begun.type}`) : t("new.lead")}
        actions={begun ? <Link to={`/teach/${course.slug}/questions/new`}>{t("new.otherType")}</Link> : null}
      />
      {begun ? (
        <QuestionDesk
          key={serial}
          course={course}
          owner={owner}
          choices={begun.choices}
          question={{
            id: null,
            type: begun.type,
            opened: null,
            draft: { name: "", tags: [], categoryId: category ?? null, body: begun.body },
          }}
        />
      ) : (
        <TypeChoice course={course.slug} category={category} />
      )}
    </Container>
  );
}
