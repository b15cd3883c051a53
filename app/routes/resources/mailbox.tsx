import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { mailboxState, unsafeFindMessages } from "#app/platform/mail/mailbox.server.ts";
import { Container } from "#app/ui/container.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/mailbox";

export const loader = declareLoader({
  access: "anyone",
  load: async ({ ctx }) => {
    const why = mailboxState();
    if (!why) throw notFound();
    return { why, messages: await unsafeFindMessages(ctx.db) };
  },
});

export default function Mailbox({ loaderData: { why, messages } }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const formats = useFormats();
  const rows = messages.map(({ id, to, subject, createdAt }) => ({
    key: id,
    cells: [
      <Link key="subject" to={`/dev/mailbox/${id}`} dir="auto">
        {subject}
      </Link>,
      <bdi key="to">{to}</bdi>,
      formats.moment(createdAt),
    ],
  }));
  return (
    <Container className="grid gap-6 pb-16">
      <PlainHead title={t("mailbox.title")} />
      <PageHeader title={t("mailbox.title")} />
      <Notice kind="warning">{t(`mailbox.${why}`)}</Notice>
      <DataTable
        caption={t("mailbox.title")}
        captionHidden
        head={[t("mailbox.subject"), t("mailbox.to"), t("mailbox.at")]}
        rows={rows}
        empty={<EmptyState title={t("mailbox.empty")} text={t("mailbox.emptyText")} />}
      />
    </Container>
  );
}
