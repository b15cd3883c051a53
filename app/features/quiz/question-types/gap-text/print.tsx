import { Blank, PrintFrame } from "../../components/print-parts.tsx";
import { labelIn, QuestionText } from "../../components/question-text.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import { fillGaps } from "./fill-gaps.ts";
import type { GapTextAnswer, GapTextShown } from "./gap-text.ts";

export default function GapTextPrint({ shown, answer, locale }: QuestionPrintProps<GapTextShown, GapTextAnswer>) {
  const gaps = new Map(shown.gaps.map((gap) => [gap.id, gap]));
  const fill = (id: string) => {
    const choices = gaps.get(id)?.choices ?? [];
    const given = answer?.gaps[id];
    const chosen = choices.find((choice) => choice.id === given);
    const offered = choices.map((choice) => labelIn(choice.label, locale)).join(" / ");
    return (
      <span key={id}>
        <Blank>{chosen ? labelIn(chosen.label, locale) : given}</Blank>
        {offered && !answer && <bdi className="ms-1">({offered})</bdi>}
      </span>
    );
  };
  return (
    <PrintFrame stem={shown.stem} locale={locale}>
      <QuestionText html={shown.text} locale={locale} replaceText={(text) => fillGaps(text, fill)} />
    </PrintFrame>
  );
}
