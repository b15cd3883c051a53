import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { MyMessages as Found } from "../../messages/find-my-messages.server.ts";
import { MessageBody } from "./message-text.tsx";

type MyMessagesProps = { course: string; messages: Found; first: boolean };

/** What those who teach a course wrote to a learner; nothing where they wrote nothing. */
export function MyMessages({ course, messages: { messages, next }, first }: MyMessagesProps) {
  const { t } = useTranslation("learn");
  if (messages.length === 0 && first) return null;
  const address = `/learn/${course}`;
  return (
    <section aria-labelledby="messages">
      <h2 id="messages" className="mb-3 font-bold font-read text-2xl">
        {t("messages.title")}
      </h2>
      <ul className="grid gap-2">
        {messages.map((message, index) => (
          <li key={message.id} className="rounded border border-line bg-surface px-4 py-1">
            <Message message={message} open={first && index === 0 && message.isNew} />
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-6">
        {first ? null : (
          <Link to={`${address}#messages`} className="inline-flex min-h-11 items-center">
            {t("messages.newest")}
          </Link>
        )}
        {next ? (
          <Link
            to={`${address}?messages=${encodeURIComponent(next)}#messages`}
            className="inline-flex min-h-11 items-center"
          >
            {t("messages.older")}
          </Link>
        ) : null}
      </p>
    </section>
  );
}

function Message({ message, open }: { message: Found["messages"][number]; open: boolean }) {
  const { t } = useTranslation("learn");
  const { moment } = useFormats();
  const at = moment(message.createdAt);
  const said = message.author ? t("messages.by", { author: `\u2068${message.author}\u2069`, at }) : at;
  return (
    <Disclosure
      open={open}
      summary={
        <span className="grid gap-0.5">
          <span>
            <bdi>{message.subject}</bdi>
          </span>
          <span className="font-normal text-ink-2 text-sm">{said}</span>
        </span>
      }
    >
      <div className="pb-3">
        <MessageBody text={message.body} />
      </div>
    </Disclosure>
  );
}
