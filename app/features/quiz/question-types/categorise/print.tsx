import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PrintPairing } from "../../components/print-pairing.tsx";
import { PrintFrame } from "../../components/print-parts.tsx";
import { PartText } from "../../components/question-text.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import type { CategoriseAnswer, CategoriseShown } from "./categorise.ts";

export default function CategorisePrint(props: QuestionPrintProps<CategoriseShown, CategoriseAnswer>) {
  const { shown, answer, locale } = props;
  const { t } = useTranslation("quiz");
  return (
    <PrintFrame stem={shown.stem} locale={locale} hint={t("print.writeLetters")}>
      <PrintPairing
        items={shown.items.map(({ id, text }) => ({ id, content: <PartText html={text} locale={locale} /> }))}
        options={shown.categories}
        pairs={answer?.placed}
        locale={locale}
      />
    </PrintFrame>
  );
}
