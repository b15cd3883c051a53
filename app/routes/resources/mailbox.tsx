import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { mailboxState, unsafeFindMessages } from "#app/platform/mail/mailbox.server.ts";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
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
  return (
    <Container className="grid gap-6 pb-16">
      <PlainHead title={t("mailbox.title")} />
      <PageHeader title={t("mailbox.title")} />
      <Notice kind="warning">{t(`mailbox.${why}`)}</Notice>
      {messages.length === 0 ? <EmptyState title={t("mailbox.empty")} text={t("mailbox.emptyText")} /> : null}
      <ul className="grid gap-3 empty:hidden">
        {messages.map(({ id, to, subject, createdAt }) => (
          <Card as="li" key={id}>
            <h2 className="font-semibold text-lg">
              <Link to={`/dev/mailbox/${id}`} dir="auto">
                {subject}
              </Link>
            </h2>
            <p className="break-words text-ink-2 text-sm">
              {t("mailbox.to")} <bdi>{to}</bdi> · {formats.moment(createdAt)}
            </p>
          </Card>
        ))}
      </ul>
    </Container>
  );
}
