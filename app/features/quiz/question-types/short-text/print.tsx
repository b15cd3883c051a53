import { Blank, PrintFrame } from "../../components/print-parts.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import type { ShortTextAnswer, ShortTextShown } from "./short-text.ts";

export default function ShortTextPrint({ shown, answer, locale }: QuestionPrintProps<ShortTextShown, ShortTextAnswer>) {
  return (
    <PrintFrame stem={shown.stem} locale={locale}>
      <Blank wide>{answer?.text}</Blank>
    </PrintFrame>
  );
}
