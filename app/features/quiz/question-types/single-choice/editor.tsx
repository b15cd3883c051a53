import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at } from "../../components/editing/bound.ts";
import { CheckField, ShareField } from "../../components/editing/fields.tsx";
import { PartList } from "../../components/editing/part-list.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { OptionalTranslatedField, TranslatedField } from "../../components/editing/translated-field.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { SingleChoiceBody } from "./single-choice.ts";

export default function SingleChoiceEditor(props: QuestionEditorProps<SingleChoiceBody>) {
  const { t } = useTranslation("question");
  const form = bind(props);
  return (
    <QuestionForm form={form}>
      <PartList
        field={at(form, "choices")}
        legend={t("choices")}
        hint={t("singleChoiceHint")}
        nameOf={(number) => t("choice", { number })}
        addLabel={t("addChoice")}
        fresh={(id) => ({ id, text: {} })}
      >
        {(choice) => (
          <>
            <TranslatedField field={at(choice, "text")} legend={t("text")} />
            <ShareField field={at(choice, "share")} label={t("share")} />
            <OptionalTranslatedField field={at(choice, "remark")} legend={t("remark")} />
            <CheckField field={at(choice, "fixed")} label={t("fixed")} />
          </>
        )}
      </PartList>
      <CheckField field={at(form, "keepOrder")} label={t("keepOrder")} />
    </QuestionForm>
  );
}
