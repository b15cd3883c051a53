import { z } from "zod";
import { MessageTable } from "#app/features/roster/components/messages/message-table.tsx";
import { findMessages } from "#app/features/roster/messages/find-messages.server.ts";
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
import type { Route } from "./+types/messages";

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  search: z.object({ after: z.string().max(100).optional().catch(undefined) }),
  load: async ({ personCtx, params, search: { after } }) => ({
    ...(await findMessages(personCtx(), { ...params, after })),
    first: after === undefined,
  }),
});

export default function Messages({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("course-message");
  const { locale } = usePageContext().formats;
  const { course, messages, next, first } = loaderData;
  const title = pickTranslated(course.titles, locale);
  const address = `/teach/${course.slug}/messages`;
  const write = (
    <Link to={`${address}/new`} className={buttonClass()}>
      {t("write")}
    </Link>
  );
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
      <PageHeader title={t("title")} lead={t("lead")} actions={messages.length > 0 ? write : undefined} />
      {messages.length > 0 ? (
        <MessageTable course={course} messages={messages} />
      ) : (
        <EmptyState title={t("empty.title")} text={t("empty.text")} action={write} />
      )}
      <PageLinks
        next={next ? `${address}?after=${encodeURIComponent(next)}` : undefined}
        previous={first ? undefined : address}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
        LinkAs={Link}
      />
    </Container>
  );
}
