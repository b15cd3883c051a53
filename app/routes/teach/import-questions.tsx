import { z } from "zod";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { ExportChoice } from "#app/features/quiz/components/exchange/export-choice.tsx";
import { ImportChoice } from "#app/features/quiz/components/exchange/import-choice.tsx";
import { ImportPreview } from "#app/features/quiz/components/exchange/import-preview.tsx";
import { declareBodyAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/import-questions";
import { importQuestionsActions } from "./import-questions-actions.server.ts";

const params = z.object({ course: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: async ({ personCtx, params }) => {
    const { slug, titles } = await openCourseDraft(personCtx(), params);
    return { slug, titles };
  },
});

export const action = declareBodyAction({ access: "teaching", params, act: (input) => importQuestionsActions(input) });

export default function ImportQuestions({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("question-import");
  const { locale } = usePageContext().formats;
  const { slug, titles } = loaderData;
  const title = pickTranslated(titles, locale);
  const seen = actionData && "seen" in actionData ? actionData.seen : undefined;
  const refused = actionData && "refused" in actionData ? actionData.refused : undefined;
  return (
    <Container className="grid gap-8 pb-12">
      <title>{`${t("title")} · ${title.text} · ${t("ui:name")}`}</title>
      <div>
        <Breadcrumbs
          label={t("ui:breadcrumbs")}
          items={[
            { label: t("teach:courses.title"), to: "/teach" },
            { label: <LocalText value={title} />, to: `/teach/${slug}` },
            { label: t("bank"), to: `/teach/${slug}/questions` },
            { label: t("title") },
          ]}
          LinkAs={Link}
        />
        <PageHeader title={t("title")} lead={t("lead")} />
      </div>
      {seen ? <ImportPreview view={seen.view} upload={seen.upload} /> : null}
      <ImportChoice again={seen !== undefined} refused={refused} format={actionData?.format} />
      <ExportChoice course={slug} />
    </Container>
  );
}
