import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { CourseSettings } from "../../settings/find-course-settings.server.ts";
import { type Place, SettingsForm, SettingsPart, useSettingsFields } from "./settings-form.tsx";

/** When a lesson is complete, how the course is graded, and how long it stays open. */
export function CompletionSettings({ place, settings }: { place: Place; settings: CourseSettings }) {
  const { t } = useTranslation("course-settings");
  const fields = useSettingsFields(place, { intent: "completion" });
  const numbers = [
    { name: "watchThreshold", saved: settings.watchThreshold, min: 1, max: 100 },
    { name: "accessDays", saved: settings.accessDays, min: 1, max: 3650 },
    { name: "dropLowest", saved: settings.dropLowest, min: 0, max: 50 },
  ] as const;
  return (
    <SettingsPart title={t("completion.title")} text={t("completion.text")}>
      <SettingsForm place={place} fields={fields}>
        <RadioGroup
          legend={t("completion.rule")}
          options={(["acknowledge", "reachEnd"] as const).map((rule) => ({
            value: rule,
            label: t(`completion.rules.${rule}`),
          }))}
          {...fields.line("completionRule", settings.completionRule)}
        />
        {numbers.map(({ name, saved, min, max }) => (
          <Field
            key={name}
            className="w-full max-w-md"
            type="number"
            min={min}
            max={max}
            label={t(`completion.${name}`)}
            hint={t(`completion.${name}Hint`)}
            {...fields.line(name, saved)}
          />
        ))}
      </SettingsForm>
    </SettingsPart>
  );
}
