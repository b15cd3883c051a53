import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { MessageInList } from "../../messages/find-messages.server.ts";
import type { RosterCourse } from "../../open-roster.server.ts";
import { useAudienceName } from "./use-audience-name.ts";

/** What was written to the learners of a course, to whom, and how far the mails are. */
export function MessageTable({ course, messages }: { course: RosterCourse; messages: readonly MessageInList[] }) {
  const { t } = useTranslation("course-message");
  const { moment, number } = useFormats();
  const nameOf = useAudienceName(course.cohorts);
  const rows = messages.map(({ audience, ...message }) => ({
    key: message.id,
    cells: [
      <Link
        key="subject"
        to={`/teach/${course.slug}/messages/${message.id}`}
        className="-my-3 inline-flex min-h-11 min-w-40 items-center"
      >
        <bdi>{message.subject}</bdi>
      </Link>,
      nameOf({ kind: audience, ...message }),
      <bdi key="author">{message.author ?? "—"}</bdi>,
      moment(message.createdAt),
      number(message.recipients),
      <MailStanding key="mails" message={message} />,
    ],
  }));
  const head = [
    ...["subject", "to", "author", "sent"].map((key) => ({ key, label: t(`column.${key}`) })),
    { key: "recipients", label: t("column.recipients"), numeric: true },
    { key: "mails", label: t("column.mails") },
  ];
  return <DataTable caption={t("title")} captionHidden head={head} rows={rows} />;
}

type MailStandingProps = { message: Pick<MessageInList, "waiting" | "failed"> };

/** Whether the mails of a message have gone out. */
export function MailStanding({ message: { waiting, failed } }: MailStandingProps) {
  const { t } = useTranslation("course-message");
  if (waiting === 0 && failed === 0) return <Tag kind="tile">{t("mails.delivered")}</Tag>;
  return (
    <span className="flex flex-wrap gap-1">
      {waiting > 0 ? <Tag kind="plain">{t("mails.waiting", { count: waiting })}</Tag> : null}
      {failed > 0 ? <Tag kind="plain">{t("mails.failed", { count: failed })}</Tag> : null}
    </span>
  );
}
