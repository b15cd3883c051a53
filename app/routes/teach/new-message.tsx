import { z } from "zod";
import { MessageForm } from "#app/features/roster/components/messages/message-form.tsx";
import { MessagePreview } from "#app/features/roster/components/messages/message-preview.tsx";
import { useAudienceName } from "#app/features/roster/components/messages/use-audience-name.ts";
import { chosenAudience } from "#app/features/roster/messages/audience.ts";
import { type ComposePage, findComposePage } from "#app/features/roster/messages/find-compose-page.server.ts";
import { addressedSchema } from "#app/features/roster/messages/message-schema.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/new-message";
import { messageActions } from "./message-actions.server.ts";

const declared = {
  access: "teaching",
  params: z.object({ course: z.string() }),
  search: addressedSchema,
} as const;

export const loader = declareLoader({
  ...declared,
  load: ({ personCtx, params, search }) => findComposePage(personCtx(), { ...params, ...search }),
});

export const action = declareAction({
  ...declared,
  intents: ["preview", "change", "send"],
  act: (input) => messageActions(input),
});

export default function NewMessage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("course-message");
  const { locale } = usePageContext().formats;
  const { course } = loaderData;
  const nameOf = useGivenName(loaderData);
  const title = pickTranslated(course.titles, locale);
  const address = `/teach/${course.slug}`;
  const previewed = actionData && "previewed" in actionData ? actionData.previewed : undefined;
  const heading = previewed ? t("preview.title") : t("write");
  return (
    <Container width="reading" className="pb-12">
      <title>{`${heading} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: address },
          { label: t("title"), to: `${address}/messages` },
          { label: t("write") },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={heading} lead={previewed ? undefined : t("form.lead")} />
      {previewed ? (
        <MessagePreview previewed={previewed} to={nameOf(previewed.audience)} />
      ) : (
        <MessageForm page={loaderData} result={actionData && "result" in actionData ? actionData.result : undefined} />
      )}
    </Container>
  );
}

/** Says in words whom a choice of the form names. */
function useGivenName({ course, given, learner }: ComposePage): (choice: string) => string {
  const nameOf = useAudienceName(course.cohorts);
  return (choice) => {
    const audience = chosenAudience(choice, given);
    const cohort = audience.kind === "cohort" && course.cohorts.find(({ id }) => id === audience.cohortId);
    const filters = audience.kind === "filtered" ? audience.filters : null;
    return nameOf({ kind: audience.kind, filters, cohortNames: cohort ? cohort.names : null, learner });
  };
}
