import { z } from "zod";
import { MailStanding } from "#app/features/roster/components/messages/message-table.tsx";
import { MessageText } from "#app/features/roster/components/messages/message-text.tsx";
import { useAudienceName } from "#app/features/roster/components/messages/use-audience-name.ts";
import { findMessage } from "#app/features/roster/messages/find-message.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/message";

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string(), message: z.uuid() }),
  load: ({ personCtx, params }) => findMessage(personCtx(), params),
});

export default function Message({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("course-message");
  const { locale } = usePageContext().formats;
  const { course, message } = loaderData;
  const title = pickTranslated(course.titles, locale);
  const address = `/teach/${course.slug}`;
  return (
    <Container width="reading" className="pb-12">
      <title>{`${message.subject} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: address },
          { label: t("title"), to: `${address}/messages` },
          { label: <bdi>{message.subject}</bdi> },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={t("one")} />
      <div className="grid gap-6">
        <Facts {...loaderData} />
        <MessageText subject={message.subject} body={message.body} />
        <Unreached {...loaderData} />
      </div>
    </Container>
  );
}

function Facts({ course, message }: Route.ComponentProps["loaderData"]) {
  const { t } = useTranslation("course-message");
  const { moment, number } = useFormats();
  const nameOf = useAudienceName(course.cohorts);
  const facts = [
    { name: "to", value: nameOf({ kind: message.audience, ...message }) },
    { name: "author", value: <bdi>{message.author ?? "—"}</bdi> },
    { name: "sent", value: moment(message.createdAt) },
    { name: "recipients", value: number(message.recipients) },
    { name: "mails", value: <MailStanding message={message} /> },
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
      {facts.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-ink-2">{t(`column.${name}`)}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whose mails could not be sent; the message itself stands on their pages all the same. */
function Unreached({ message: { unreached, failed } }: Route.ComponentProps["loaderData"]) {
  const { t } = useTranslation("course-message");
  if (failed === 0) return null;
  return (
    <Notice kind="warning" title={t("mails.failed", { count: failed })}>
      <p>{t("unreached")}</p>
      <ul className="mt-2 list-disc ps-5">
        {unreached.map(({ enrolmentId, name }) => (
          <li key={enrolmentId}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
