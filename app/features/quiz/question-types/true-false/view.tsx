import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceList } from "../../components/choice-list.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import type { QuestionViewProps } from "../question-props.ts";
import type { TrueFalseAnswer, TrueFalseShown } from "./true-false.ts";

export default function TrueFalseView(props: QuestionViewProps<TrueFalseShown, TrueFalseAnswer>) {
  const { shown, value, onChange, disabled, review, locale, id } = props;
  const { t } = useTranslation("quiz");
  const choices = [
    { id: "true", says: true, words: t("view.true") },
    { id: "false", says: false, words: t("view.false") },
  ];
  const verdict = review?.grade.parts.answer;
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale} role="radiogroup" hint={t("view.chooseTrueOrFalse")}>
      <ChoiceList
        kind="radio"
        name={`${id}-choice`}
        disabled={disabled}
        onChoose={(choice) => onChange({ value: choice === "true" })}
        choices={choices.map((choice) => ({
          id: choice.id,
          content: <span className="flex-1">{choice.words}</span>,
          chosen: value?.value === choice.says,
          verdict: value?.value === choice.says ? verdict : undefined,
          isKey: review?.key?.value === choice.says,
        }))}
      />
      {!disabled && typeof value?.value === "boolean" && (
        <Button
          type="button"
          kind="plain"
          size="s"
          className="justify-self-start"
          onClick={() => onChange({ value: null })}
        >
          {t("view.takeBack")}
        </Button>
      )}
    </QuestionFrame>
  );
}
