import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at, type Bound } from "../../components/editing/bound.ts";
import { OptionalNumberField } from "../../components/editing/fields.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { RubricFields } from "../../components/editing/rubric-fields.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { EssayBody } from "./essay.ts";

export default function EssayEditor(props: QuestionEditorProps<EssayBody>) {
  const { t } = useTranslation("question");
  const form = bind(props);
  const given = at(form, "words");
  const words: Bound<NonNullable<EssayBody["words"]>> = { ...given, value: given.value ?? {} };
  return (
    <QuestionForm form={form}>
      <OptionalNumberField field={at(words, "least")} label={t("wordsLeast")} />
      <OptionalNumberField field={at(words, "most")} label={t("wordsMost")} />
      <OptionalNumberField field={at(form, "lines")} label={t("lines")} />
      <RubricFields rubric={at(form, "rubric")} showRubric={at(form, "showRubric")} model={at(form, "model")} />
    </QuestionForm>
  );
}
