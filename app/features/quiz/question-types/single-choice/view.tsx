import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceList } from "../../components/choice-list.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { PartText } from "../../components/question-text.tsx";
import type { QuestionViewProps } from "../question-props.ts";
import type { SingleChoiceAnswer, SingleChoiceShown } from "./single-choice.ts";

export default function SingleChoiceView(props: QuestionViewProps<SingleChoiceShown, SingleChoiceAnswer>) {
  const { shown, value, onChange, disabled, review, locale, id } = props;
  const { t } = useTranslation("quiz");
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale} role="radiogroup" hint={t("view.chooseOne")}>
      <ChoiceList
        kind="radio"
        name={`${id}-choice`}
        disabled={disabled}
        onChoose={(choice) => onChange({ choice })}
        choices={shown.choices.map((choice) => ({
          id: choice.id,
          content: <PartText html={choice.text} locale={locale} />,
          chosen: value?.choice === choice.id,
          verdict: review?.grade.parts[choice.id],
          isKey: review?.key?.choice === choice.id,
        }))}
      />
      {!disabled && value?.choice && (
        <Button
          type="button"
          kind="plain"
          size="s"
          className="justify-self-start"
          onClick={() => onChange({ choice: null })}
        >
          {t("view.takeBack")}
        </Button>
      )}
    </QuestionFrame>
  );
}
