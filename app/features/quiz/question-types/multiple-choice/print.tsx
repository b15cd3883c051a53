import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PrintChoices, PrintFrame } from "../../components/print-parts.tsx";
import { PartText } from "../../components/question-text.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import type { MultipleChoiceAnswer, MultipleChoiceShown } from "./multiple-choice.ts";

export default function MultipleChoicePrint(props: QuestionPrintProps<MultipleChoiceShown, MultipleChoiceAnswer>) {
  const { shown, answer, locale } = props;
  const { t } = useTranslation("quiz");
  const hint = shown.most === undefined ? t("view.chooseSeveral") : t("view.chooseMost", { count: shown.most });
  return (
    <PrintFrame stem={shown.stem} locale={locale} hint={hint}>
      <PrintChoices
        shape="square"
        choices={shown.choices.map((choice) => ({
          id: choice.id,
          content: <PartText html={choice.text} locale={locale} />,
          filled: answer?.choices.includes(choice.id) ?? false,
        }))}
      />
    </PrintFrame>
  );
}
