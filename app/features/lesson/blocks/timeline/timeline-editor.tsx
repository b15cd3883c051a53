import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { CheckedField } from "../checked-field.tsx";
import { parseHistoricalDate } from "./historical-date.ts";

function TimelineSettings({ attributes, change }: BlockSettingsProps) {
  const { t } = useTranslation("lesson-editor");
  return (
    <Field
      name="title"
      label={t("settings.title")}
      dir="auto"
      maxLength={1000}
      value={String(attributes.title ?? "")}
      onChange={({ currentTarget }) => change({ title: currentTarget.value || null })}
    />
  );
}

function EventSettings({ attributes, change }: BlockSettingsProps) {
  const { t } = useTranslation("lesson-editor");
  const calendar = attributes.calendar === "hijri" ? "hijri" : "gregorian";
  const isRight = (text: string) => parseHistoricalDate(text, calendar) !== undefined;
  return (
    <>
      <Select
        name="calendar"
        label={t("settings.calendar")}
        options={(["gregorian", "hijri"] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        value={calendar}
        // Dates of one calendar need not be dates of the other.
        onChange={({ currentTarget }) => change({ calendar: currentTarget.value, from: null, to: null })}
      />
      {(["from", "to"] as const).map((name) => (
        <CheckedField
          key={`${calendar} ${name}`}
          name={name}
          label={t(`settings.${name}`)}
          hint={t("settings.dateHint")}
          value={typeof attributes[name] === "string" ? attributes[name] : null}
          isRight={isRight}
          change={(value) => change({ [name]: value })}
        />
      ))}
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="choice"
          checked={attributes.circa === "yes"}
          onChange={({ currentTarget }) => change({ circa: currentTarget.checked ? "yes" : null })}
        />
        {t("settings.circa")}
      </label>
    </>
  );
}

export const timelineEditors: BlockEditor[] = [
  {
    node: "timeline",
    insert: {
      words: "timeline",
      icon: "timeline",
      keywords: ["timeline", "events", "dates", "chronology"],
      make: () => ({ type: "timeline", content: [{ type: "timelineEvent" }] }),
    },
    settings: TimelineSettings,
  },
  { node: "timelineEvent", settings: EventSettings },
];
