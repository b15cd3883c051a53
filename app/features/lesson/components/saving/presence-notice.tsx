import { localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Present } from "../../editing/mark-presence.server.ts";

/** Who else has a text of the lesson open. */
export function PresenceNotice({ others }: { others: Present[] }) {
  const { t } = useTranslation("lesson-text");
  if (others.length === 0) return null;
  return (
    <Notice kind="warning" title={t("present.title")}>
      <ul>
        {others.map(({ tab, name, locale, self }) => (
          <li key={tab} dir="auto">
            {t(self ? "present.self" : "present.other", { name, language: localeNames[locale] })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
