import type { NoticeKind } from "#app/platform/db/generated/enums.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Tag } from "#app/ui/tag.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";

type ListedNotice = {
  id: string;
  kind: NoticeKind;
  at: Date | string;
  read: boolean;
  /** Undefined where the academy knows its words no more. */
  title: string | undefined;
  text: string | undefined;
  path: string | undefined;
};

/** What a person was told; pressing one leads to what it tells of, and it is read. */
export function NoticeList({ notices, action }: { notices: readonly ListedNotice[]; action: string }) {
  return (
    <ul className="grid gap-3">
      {notices.map((notice) => (
        <li key={notice.id}>
          <NoticeCard notice={notice} action={action} />
        </li>
      ))}
    </ul>
  );
}

function NoticeCard({ notice, action }: { notice: ListedNotice; action: string }) {
  const { t } = useTranslation("notices");
  const { moment } = useFormats();
  const { id, kind, at, read, text, path } = notice;
  const title = notice.title ?? t("forgotten");
  return (
    <article
      className={classNames(
        "grid gap-2 rounded border bg-surface p-4",
        read ? "border-line" : "border-tile border-s-4",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm">
        <Tag kind={read ? "plain" : "tile"}>{t(`kinds.${kind}.name`)}</Tag>
        <time dateTime={new Date(at).toISOString()}>{moment(at)}</time>
      </div>
      <Form method="post" action={action} reloadDocument className="grid justify-items-start">
        <input type="hidden" name="notice" value={id} />
        {path || !read ? (
          <button
            type="submit"
            name="intent"
            value="read"
            className={classNames(
              "min-h-11 cursor-pointer text-start text-tile-strong underline-offset-4 hover:underline",
              !read && "font-semibold",
            )}
          >
            {read ? null : <VisuallyHidden>{t("new")}</VisuallyHidden>} <span dir="auto">{title}</span>
          </button>
        ) : (
          <p dir="auto">{title}</p>
        )}
      </Form>
      {text ? (
        <p dir="auto" className="text-ink-2">
          {text}
        </p>
      ) : null}
    </article>
  );
}
