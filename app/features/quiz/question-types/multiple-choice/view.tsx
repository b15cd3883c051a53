import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ChoiceList } from "../../components/choice-list.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { PartText } from "../../components/question-text.tsx";
import type { QuestionViewProps } from "../question-props.ts";
import type { MultipleChoiceAnswer, MultipleChoiceShown } from "./multiple-choice.ts";

export default function MultipleChoiceView(props: QuestionViewProps<MultipleChoiceShown, MultipleChoiceAnswer>) {
  const { shown, value, onChange, disabled, review, locale, id } = props;
  const { t } = useTranslation("quiz");
  const chosen = value?.choices ?? [];
  const isFull = shown.most !== undefined && chosen.length >= shown.most;
  const hint = shown.most === undefined ? t("view.chooseSeveral") : t("view.chooseMost", { count: shown.most });
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale} hint={hint}>
      <ChoiceList
        kind="checkbox"
        name={`${id}-choice`}
        disabled={disabled}
        onChoose={(choice, isChosen) => {
          const others = chosen.filter((other) => other !== choice);
          onChange({ choices: isChosen ? [...others, choice] : others });
        }}
        choices={shown.choices.map((choice) => ({
          id: choice.id,
          content: <PartText html={choice.text} locale={locale} />,
          chosen: chosen.includes(choice.id),
          disabled: isFull && !chosen.includes(choice.id),
          verdict: review?.grade.parts[choice.id],
          isKey: review?.key?.choices.includes(choice.id) ?? false,
        }))}
      />
    </QuestionFrame>
  );
}
