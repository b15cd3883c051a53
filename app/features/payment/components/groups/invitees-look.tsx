import { Form } from "#app/platform/i18n/link.tsx";
import { localeNames, locales } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ReadLines } from "#app/ui/read-lines.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { InviteesLook as Look } from "../../access/look-at-invitees.server.ts";

const refusals = ["badAddress", "repeated", "invited", "joined", "noSeat"] as const;

/** What inviting a list would do, line by line, and the way to do it. */
export function InviteesLook({ look }: { look: Look }) {
  const { t } = useTranslation("groups");
  const { number } = useFormats();
  const { counts } = look;
  const told = refusals.filter((standing) => counts[standing] > 0);
  return (
    <section aria-labelledby="look" className="grid gap-4">
      <h2 id="look" className="font-bold font-read text-2xl">
        {t("look.title")}
      </h2>
      <Notice kind={told.length > 0 ? "warning" : "info"} title={t("look.ok", { count: counts.ok })}>
        {told.length > 0 ? (
          <ul>
            {told.map((standing) => (
              <li key={standing}>{t(`look.counted.${standing}`, { count: counts[standing] })}</li>
            ))}
          </ul>
        ) : null}
      </Notice>
      <ReadLines
        label={t("look.title")}
        line={t("look.line")}
        lines={look.rows.map(({ line, name, address, standing }) => ({
          key: `${line} ${address} ${standing}`,
          number: number(line),
          name,
          address,
          standing: <Tag kind={standing === "ok" ? "tile" : "plain"}>{t(`look.standing.${standing}`)}</Tag>,
        }))}
      />
      {look.more > 0 ? <p className="text-ink-2 text-sm">{t("look.more", { count: look.more })}</p> : null}
      {counts.ok > 0 ? <SendForm packed={look.packed} count={counts.ok} /> : null}
    </section>
  );
}

/** Sends what was looked at; `count` is unknown where that was refused once. */
export function SendForm({ packed, count }: { packed: string; count?: number }) {
  const { t } = useTranslation("groups");
  const { locale } = usePageContext().formats;
  return (
    <Form method="post" encType="multipart/form-data" className="flex flex-wrap items-end gap-4">
      <input type="hidden" name="invitees" value={packed} />
      <Select
        className="min-w-56"
        name="language"
        label={t("invite.language")}
        options={locales.map((value) => ({ value, label: localeNames[value], lang: value }))}
        defaultValue={locale}
      />
      <Button name="intent" value="invite">
        {count === undefined ? t("invite.again") : t("invite.send", { count })}
      </Button>
    </Form>
  );
}
