import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { RightAnswer, Verdict } from "../../components/verdict.tsx";
import type { QuestionViewProps } from "../question-props.ts";
import type { ShortTextAnswer, ShortTextShown } from "./short-text.ts";

export default function ShortTextView(props: QuestionViewProps<ShortTextShown, ShortTextAnswer>) {
  const { shown, value, onChange, disabled, review, locale, id } = props;
  const { t } = useTranslation("quiz");
  const verdict = review?.grade.parts.answer;
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale}>
      <Field
        id={`${id}-text`}
        name={`${id}-text`}
        label={t("view.yourAnswer")}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        disabled={disabled}
        value={value?.text ?? ""}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <Verdict verdict={verdict} />
      {review?.key && verdict !== "right" && <RightAnswer>{review.key.text}</RightAnswer>}
    </QuestionFrame>
  );
}
