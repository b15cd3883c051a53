import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at } from "../../components/editing/bound.ts";
import { CheckField, OneOfField, OptionalNumberField, ShareField } from "../../components/editing/fields.tsx";
import { MoreFields } from "../../components/editing/more-fields.tsx";
import { PartList } from "../../components/editing/part-list.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { OptionalTranslatedField, TranslatedField } from "../../components/editing/translated-field.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { MultipleChoiceBody } from "./multiple-choice.ts";

export default function MultipleChoiceEditor(props: QuestionEditorProps<MultipleChoiceBody>) {
  const { t } = useTranslation("question");
  const form = bind(props);
  const rules = [
    { value: "all-or-nothing" as const, label: t("ruleAllOrNothing") },
    { value: "right-minus-wrong" as const, label: t("ruleRightMinusWrong") },
    { value: "weights" as const, label: t("ruleWeights") },
  ];
  return (
    <QuestionForm form={form}>
      <PartList
        field={at(form, "choices")}
        legend={t("choices")}
        nameOf={(number) => t("choice", { number })}
        addLabel={t("addChoice")}
        fresh={(id) => ({ id, text: {}, right: false })}
      >
        {(choice) => (
          <>
            <TranslatedField field={at(choice, "text")} legend={t("text")} />
            <CheckField field={at(choice, "right")} label={t("right")} />
            {form.value.rule === "weights" && <ShareField field={at(choice, "share")} label={t("weight")} />}
            <MoreFields part={choice} keys={["remark", "fixed"]}>
              <OptionalTranslatedField field={at(choice, "remark")} legend={t("remark")} />
              <CheckField field={at(choice, "fixed")} label={t("fixed")} />
            </MoreFields>
          </>
        )}
      </PartList>
      <OneOfField field={at(form, "rule")} label={t("rule")} options={rules} />
      <OptionalNumberField field={at(form, "most")} label={t("most")} />
      <CheckField field={at(form, "keepOrder")} label={t("keepOrder")} />
    </QuestionForm>
  );
}
