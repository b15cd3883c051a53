import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at } from "../../components/editing/bound.ts";
import { NumberField, OneOfField, OptionalNumberField } from "../../components/editing/fields.tsx";
import { PartList } from "../../components/editing/part-list.tsx";
import { PartialField } from "../../components/editing/partial-field.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { TranslatedField } from "../../components/editing/translated-field.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { TimelineBody } from "./timeline.ts";

export default function TimelineEditor(props: QuestionEditorProps<TimelineBody>) {
  const { t } = useTranslation("question");
  const form = bind(props);
  const axis = at(form, "axis");
  const calendars = [
    { value: "both" as const, label: t("calendarBoth") },
    { value: "gregorian" as const, label: t("calendarGregorian") },
    { value: "hijri" as const, label: t("calendarHijri") },
  ];
  return (
    <QuestionForm form={form}>
      <NumberField field={at(axis, "from")} label={t("axisFrom")} hint={t("yearHint")} />
      <NumberField field={at(axis, "to")} label={t("axisTo")} />
      <OneOfField field={at(form, "calendar")} label={t("calendar")} options={calendars} />
      <PartList
        field={at(form, "events")}
        legend={t("events")}
        nameOf={(number) => t("event", { number })}
        addLabel={t("addEvent")}
        fresh={(id) => ({ id, text: {}, year: Number.NaN })}
      >
        {(event) => (
          <>
            <TranslatedField field={at(event, "text")} legend={t("text")} />
            <NumberField field={at(event, "year")} label={t("year")} hint={t("yearHint")} />
            <OptionalNumberField field={at(event, "tolerance")} label={t("toleranceYears")} />
          </>
        )}
      </PartList>
      <PartialField field={at(form, "partial")} />
    </QuestionForm>
  );
}
