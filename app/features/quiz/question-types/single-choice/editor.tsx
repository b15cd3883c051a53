import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at, controlId } from "../../components/editing/bound.ts";
import { CheckField, ShareField } from "../../components/editing/fields.tsx";
import { MoreFields } from "../../components/editing/more-fields.tsx";
import { PartList } from "../../components/editing/part-list.tsx";
import { bind, QuestionForm } from "../../components/editing/question-form.tsx";
import { OptionalTranslatedField, TranslatedField } from "../../components/editing/translated-field.tsx";
import type { QuestionEditorProps } from "../question-props.ts";
import type { SingleChoiceBody } from "./single-choice.ts";

type Choice = SingleChoiceBody["choices"][number];

const isWhole = ({ share }: Choice) => share === 1;

/** The choice of this id earns the whole, and no other does. */
function markRight(choice: Choice, id: string): Choice {
  const { share, ...rest } = choice;
  if (choice.id === id) return { ...rest, share: 1 };
  return share === 1 || share === undefined ? rest : { ...rest, share };
}

export default function SingleChoiceEditor(props: QuestionEditorProps<SingleChoiceBody>) {
  const { t } = useTranslation("question");
  const form = bind(props);
  const choices = at(form, "choices");
  return (
    <QuestionForm form={form}>
      <PartList
        field={choices}
        legend={t("choices")}
        hint={t("singleChoiceHint")}
        nameOf={(number) => t("choice", { number })}
        addLabel={t("addChoice")}
        fresh={(id) => ({ id, text: {} })}
      >
        {(choice) => (
          <>
            <TranslatedField field={at(choice, "text")} legend={t("text")} />
            <label htmlFor={controlId(choice.path, "right")} className="flex min-h-11 items-start gap-3 py-2">
              <input
                id={controlId(choice.path, "right")}
                type="radio"
                name={controlId(["choices"], "right")}
                className="choice choice-radio"
                checked={isWhole(choice.value)}
                onChange={() => choices.onChange(choices.value.map((one) => markRight(one, choice.value.id)))}
              />
              <span>{t("right")}</span>
            </label>
            <MoreFields part={choice} keys={isWhole(choice.value) ? ["remark", "fixed"] : ["share", "remark", "fixed"]}>
              {isWhole(choice.value) ? null : <ShareField field={at(choice, "share")} label={t("share")} />}
              <OptionalTranslatedField field={at(choice, "remark")} legend={t("remark")} />
              <CheckField field={at(choice, "fixed")} label={t("fixed")} />
            </MoreFields>
          </>
        )}
      </PartList>
      <CheckField field={at(form, "keepOrder")} label={t("keepOrder")} />
    </QuestionForm>
  );
}
