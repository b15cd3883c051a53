import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PrintFrame } from "../../components/print-parts.tsx";
import { RubricList } from "../../components/rubric-list.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import type { EssayAnswer, EssayShown } from "./essay.ts";
import { useWordsWanted } from "./use-words-wanted.ts";

export default function EssayPrint({ shown, answer, locale }: QuestionPrintProps<EssayShown, EssayAnswer>) {
  const { t } = useTranslation("quiz");
  const wanted = useWordsWanted(shown.words);
  const lines = Array.from({ length: shown.lines }, (_, line) => `line-${line}`);
  return (
    <PrintFrame stem={shown.stem} locale={locale} hint={wanted}>
      <RubricList rubric={shown.rubric} locale={locale} />
      {answer ? (
        <p>{t("print.gradedByHand")}</p>
      ) : (
        lines.map((line) => <div key={line} className="h-8 border-line-strong border-b" />)
      )}
    </PrintFrame>
  );
}
