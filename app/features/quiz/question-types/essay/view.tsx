import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { TextArea } from "#app/ui/text-area.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { FoldedRubric } from "../../components/rubric-list.tsx";
import type { QuestionViewProps } from "../question-props.ts";
import { countWords } from "./count-words.ts";
import type { EssayAnswer, EssayShown } from "./essay.ts";
import { useWordsWanted } from "./use-words-wanted.ts";

export default function EssayView(props: QuestionViewProps<EssayShown, EssayAnswer>) {
  const { shown, value, onChange, disabled, locale, id } = props;
  const { t } = useTranslation("quiz");
  const limits = useWordsWanted(shown.words);
  const text = value?.text ?? "";
  const count = countWords(text);
  const isTooLong = shown.words.most !== undefined && count > shown.words.most;
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale}>
      <FoldedRubric rubric={shown.rubric} locale={locale} />
      <TextArea
        id={`${id}-text`}
        name={`${id}-text`}
        label={t("view.yourAnswer")}
        hint={limits}
        error={isTooLong ? t("view.tooManyWords") : undefined}
        rows={12}
        maxLength={200_000}
        disabled={disabled}
        value={text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <p className="text-ink-2 text-sm">{t("view.words", { count })}</p>
    </QuestionFrame>
  );
}
