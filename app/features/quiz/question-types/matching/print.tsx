import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PrintPairing } from "../../components/print-pairing.tsx";
import { PrintFrame } from "../../components/print-parts.tsx";
import { PartText } from "../../components/question-text.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import type { MatchingAnswer, MatchingShown } from "./matching.ts";

export default function MatchingPrint({ shown, answer, locale }: QuestionPrintProps<MatchingShown, MatchingAnswer>) {
  const { t } = useTranslation("quiz");
  return (
    <PrintFrame stem={shown.stem} locale={locale} hint={t("print.writeLetters")}>
      <PrintPairing
        items={shown.premises.map(({ id, text }) => ({ id, content: <PartText html={text} locale={locale} /> }))}
        options={shown.responses}
        pairs={answer?.pairs}
        locale={locale}
      />
    </PrintFrame>
  );
}
