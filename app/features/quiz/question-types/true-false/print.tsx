import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PrintChoices, PrintFrame } from "../../components/print-parts.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import type { TrueFalseAnswer, TrueFalseShown } from "./true-false.ts";

export default function TrueFalsePrint({ shown, answer, locale }: QuestionPrintProps<TrueFalseShown, TrueFalseAnswer>) {
  const { t } = useTranslation("quiz");
  const choices = [
    { id: "true", content: t("view.true"), filled: answer?.value === true },
    { id: "false", content: t("view.false"), filled: answer?.value === false },
  ];
  return (
    <PrintFrame stem={shown.stem} locale={locale}>
      <PrintChoices shape="circle" choices={choices} />
    </PrintFrame>
  );
}
