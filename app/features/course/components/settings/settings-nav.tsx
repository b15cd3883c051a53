import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { type SettingsSection, settingsHref, settingsSections } from "../../settings/settings-sections.ts";

/** The parts of the settings; the one that is shown is marked. */
export function SettingsNav({ course, section }: { course: string; section: SettingsSection }) {
  const { t } = useTranslation("course-settings");
  return (
    <nav aria-label={t("sections.label")}>
      <ul className="flex flex-wrap gap-1 lg:grid">
        {settingsSections.map((one) => (
          <li key={one}>
            <Link
              to={settingsHref(course, one)}
              aria-current={one === section ? "page" : undefined}
              className="inline-flex min-h-11 w-full items-center rounded-sm px-3 text-tile no-underline hover:bg-tile-tint aria-[current=page]:bg-tile-tint aria-[current=page]:font-semibold aria-[current=page]:text-tile-strong"
            >
              {t(`sections.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
