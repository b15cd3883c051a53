import { z } from "zod";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { mailboxState, unsafeFindMessage } from "#app/platform/mail/mailbox.server.ts";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/mailbox-message";

export const loader = declareLoader({
  access: "anyone",
  params: z.object({ message: z.uuid() }),
  load: async ({ ctx, params }) => {
    const message = mailboxState() ? await unsafeFindMessage(ctx.db, params.message) : null;
    if (!message) throw notFound();
    const { id, to, subject, text, createdAt } = message;
    return { id, to, subject, text, createdAt };
  },
});

/** The words and the addresses among them, which become links. */
function Words({ text }: { text: string }) {
  // A full stop or comma after an address belongs to the sentence.
  return text.split(/(https?:\/\/\S*[^\s.,;:!?)،؛؟])/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={part} href={part} dir="ltr" className="break-all">
        {part}
      </a>
    ) : (
      part
    ),
  );
}

export default function MailboxMessage({ loaderData: { id, to, subject, text, createdAt } }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const formats = useFormats();
  return (
    <Container width="reading" className="grid gap-6 pb-16">
      <PlainHead title={subject} />
      <PageHeader
        eyebrow={<Link to="/dev/mailbox">{t("mailbox.back")}</Link>}
        title={subject}
        dir="auto"
        lead={
          <>
            {t("mailbox.to")} <bdi>{to}</bdi> · {formats.moment(createdAt)}
          </>
        }
      />
      <Card>
        <div dir="auto" className="whitespace-pre-line">
          <Words text={text} />
        </div>
      </Card>
      <p>
        <a href={`/dev/mailbox/${id}/html`}>{t("mailbox.html")}</a>
      </p>
    </Container>
  );
}
