import { PrintChoices, PrintFrame } from "../../components/print-parts.tsx";
import { PartText } from "../../components/question-text.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import type { SingleChoiceAnswer, SingleChoiceShown } from "./single-choice.ts";

export default function SingleChoicePrint(props: QuestionPrintProps<SingleChoiceShown, SingleChoiceAnswer>) {
  const { shown, answer, locale } = props;
  return (
    <PrintFrame stem={shown.stem} locale={locale}>
      <PrintChoices
        shape="circle"
        choices={shown.choices.map((choice) => ({
          id: choice.id,
          content: <PartText html={choice.text} locale={locale} />,
          filled: answer?.choice === choice.id,
        }))}
      />
    </PrintFrame>
  );
}
