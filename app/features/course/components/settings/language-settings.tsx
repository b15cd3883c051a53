import { localeNames, locales } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CourseSettings } from "../../settings/find-course-settings.server.ts";
import { type Place, SettingsForm, SettingsPart, useSettingsFields } from "./settings-form.tsx";

type Props = { place: Place; settings: CourseSettings };

/** In which languages the lessons are, and in which they are written first. */
export function LanguageSettings(props: Props) {
  const { t } = useTranslation("course-settings");
  return (
    <>
      <SettingsPart title={t("languages.title")} text={t("languages.text")}>
        <ul className="grid gap-2">
          {props.settings.locales.map((language) => (
            <Language key={language} language={language} {...props} />
          ))}
        </ul>
        <AddLanguage {...props} />
      </SettingsPart>
      <SourceLanguage {...props} />
    </>
  );
}

function Language({ language, place, settings }: Props & { language: CourseSettings["locales"][number] }) {
  const { t } = useTranslation("course-settings");
  const fields = useSettingsFields(place, { intent: "remove-language", key: language });
  const name = localeNames[language];
  const count = settings.written[language] ?? 0;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b pb-2">
      <span className="flex flex-wrap items-center gap-x-3">
        <bdi lang={language} className="font-semibold">
          {name}
        </bdi>
        <span className="text-ink-2 text-sm">{t("languages.written", { count })}</span>
      </span>
      {language === settings.sourceLocale ? (
        <Tag kind="tile">{t("languages.source")}</Tag>
      ) : (
        <SettingsForm
          place={place}
          fields={fields}
          submit={
            <ConfirmSubmit
              size="s"
              label={t("languages.remove", { language: name })}
              title={t("languages.removeTitle", { language: name })}
              text={t("languages.removeText", { count })}
              confirmLabel={t("languages.removeConfirm")}
              cancelLabel={t("ui:cancel")}
            />
          }
        >
          <input type="hidden" name="language" value={language} />
        </SettingsForm>
      )}
    </li>
  );
}

function AddLanguage({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const fields = useSettingsFields(place, { intent: "add-language" });
  const others = locales.filter((locale) => !settings.locales.includes(locale));
  if (others.length === 0) return null;
  return (
    <SettingsForm place={place} fields={fields} submit={<Button kind="quiet">{t("languages.add")}</Button>}>
      <Select
        className="w-full max-w-sm"
        label={t("languages.other")}
        hint={t("languages.addHint")}
        options={others.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
        {...fields.line("language", others[0] ?? "")}
      />
    </SettingsForm>
  );
}

function SourceLanguage({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const { number } = useFormats();
  const fields = useSettingsFields(place, { intent: "source-language" });
  return (
    <SettingsPart title={t("languages.sourceTitle")} text={t("languages.sourceText")}>
      <SettingsForm place={place} fields={fields}>
        <Select
          className="w-full max-w-sm"
          label={t("languages.sourceTitle")}
          options={settings.locales.map((code) => ({
            value: code,
            label: `${localeNames[code]} (${number(settings.written[code] ?? 0)})`,
            lang: code,
          }))}
          {...fields.line("language", settings.sourceLocale)}
        />
      </SettingsForm>
    </SettingsPart>
  );
}
