import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at, type Bound } from "../../components/editing/bound.ts";
import { OneOfField } from "../../components/editing/fields.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { OptionalTranslatedField } from "../../components/editing/translated-field.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { TrueFalseBody } from "./true-false.ts";

type Remarks = NonNullable<TrueFalseBody["remarks"]>;

export default function TrueFalseEditor(props: QuestionEditorProps<TrueFalseBody>) {
  const { t } = useTranslation("question");
  const form = bind(props);
  const right = at(form, "right");
  const remarks = at(form, "remarks");
  const given: Bound<Remarks> = { ...remarks, value: remarks.value ?? {} };
  const options = [
    { value: "true" as const, label: t("quiz:view.true") },
    { value: "false" as const, label: t("quiz:view.false") },
  ];
  return (
    <QuestionForm form={form}>
      <OneOfField
        field={{
          ...right,
          value: right.value ? "true" : "false",
          onChange: (value) => right.onChange(value === "true"),
        }}
        label={t("rightAnswer")}
        options={options}
      />
      <OptionalTranslatedField field={at(given, "true")} legend={t("remarkTrue")} />
      <OptionalTranslatedField field={at(given, "false")} legend={t("remarkFalse")} />
    </QuestionForm>
  );
}
