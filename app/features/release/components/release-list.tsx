import { Form } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ListedRelease } from "../find-releases.server.ts";

/** The releases of a course, newest first, each with the way back to it. */
export function ReleaseList({ releases, learners }: { releases: readonly ListedRelease[]; learners: number }) {
  const { locale } = usePageContext().formats;
  return (
    <ol className="grid gap-3">
      {releases.map((release) => (
        <li key={release.number} className="grid gap-2 rounded border border-line bg-surface p-4">
          <ReleaseFacts release={release} />
          {release.notes ? (
            <p className="whitespace-pre-line">
              <LocalText value={pickTranslated(release.notes, locale)} />
            </p>
          ) : null}
          {release.isShown ? null : <BringBack release={release} learners={learners} />}
        </li>
      ))}
    </ol>
  );
}

function ReleaseFacts({ release }: { release: ListedRelease }) {
  const { t } = useTranslation("release");
  const formats = useFormats();
  const { number, createdAt, by, bringsBack, lessons, learners, isCurrent } = release;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">{t("list.number", { number })}</h3>
        {isCurrent ? <Tag kind="tile">{t("list.current")}</Tag> : null}
        {bringsBack === null ? null : <Tag kind="plain">{t("list.bringsBack", { number: bringsBack })}</Tag>}
      </div>
      <p className="text-ink-2 text-sm">
        <span>{formats.moment(createdAt)}</span>
        {by ? (
          <>
            {" · "}
            <bdi>{by}</bdi>
          </>
        ) : null}
        {" · "}
        {t("list.lessons", { count: lessons })}
        {" · "}
        {t("list.learners", { count: learners })}
      </p>
    </>
  );
}

function BringBack({ release: { number }, learners }: { release: ListedRelease; learners: number }) {
  const { t } = useTranslation("release");
  return (
    <Form method="post" action="" className="justify-self-start">
      <input type="hidden" name="intent" value="bring-back" />
      <input type="hidden" name="number" value={number} />
      <ConfirmSubmit
        kind="quiet"
        size="s"
        label={t("back.act", { number })}
        title={t("back.title", { number })}
        text={
          <>
            <p>{t("back.text", { number })}</p>
            <p className="pt-2">{t("back.learners", { count: learners })}</p>
          </>
        }
        confirmLabel={t("back.confirm")}
        cancelLabel={t("confirm.cancel")}
      />
    </Form>
  );
}
