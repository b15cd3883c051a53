import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { KeyNotesProps } from "../../components/key-notes.tsx";
import type { MultipleChoiceBody } from "./multiple-choice.ts";

export default function MultipleChoiceNotes({ body }: KeyNotesProps<MultipleChoiceBody>) {
  const { t } = useTranslation("quiz-editor");
  const rules = {
    "all-or-nothing": t("print.allOrNothing"),
    "right-minus-wrong": t("print.rightMinusWrong"),
    weights: t("print.weights"),
  };
  return <p className="text-sm">{rules[body.rule]}</p>;
}
