import { Form as RouterForm, useLocation } from "react-router";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";

const themes: { value: "system" | "light" | "dark"; label: string; icon: IconName }[] = [
  { value: "system", label: "ui:theme.system", icon: "settings" },
  { value: "light", label: "ui:theme.light", icon: "sun" },
  { value: "dark", label: "ui:theme.dark", icon: "moon" },
];

/** Light, dark, or as the system has it. */
export function ThemeChoice({ theme }: { theme: "light" | "dark" | undefined }) {
  const { t } = useTranslation("ui");
  const { pathname, search } = useLocation();
  return (
    <RouterForm method="post" action="/preferences" replace preventScrollReset>
      <input type="hidden" name="next" value={pathname + search} />
      <fieldset className="inline-flex flex-wrap gap-1 rounded-sm border border-line-strong p-1">
        <legend className="sr-only">{t("theme.choose")}</legend>
        {themes.map(({ value, label, icon }) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-pressed={value === (theme ?? "system")}
            className="theme-button"
          >
            <Icon name={icon} className="size-4.5 flex-none" />
            {t(label)}
          </button>
        ))}
      </fieldset>
    </RouterForm>
  );
}
