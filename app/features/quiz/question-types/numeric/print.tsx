import { Blank, PrintFrame } from "../../components/print-parts.tsx";
import { LabelText } from "../../components/question-text.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import type { NumericAnswer, NumericShown } from "./numeric.ts";

export default function NumericPrint({ shown, answer, locale }: QuestionPrintProps<NumericShown, NumericAnswer>) {
  const offered = answer?.unit ? shown.units.filter((unit) => unit.id === answer.unit) : shown.units;
  return (
    <PrintFrame stem={shown.stem} locale={locale}>
      <p className="flex flex-wrap items-end gap-3">
        <Blank>{answer?.number}</Blank>
        {offered.map((unit, index) => (
          <span key={unit.id}>
            {index > 0 && "/ "}
            <LabelText label={unit.label} locale={locale} />
          </span>
        ))}
      </p>
    </PrintFrame>
  );
}
