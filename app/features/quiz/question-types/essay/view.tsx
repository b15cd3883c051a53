import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { TextArea } from "#app/ui/text-area.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { RubricTable } from "../../components/rubric-table.tsx";
import type { QuestionViewProps } from "../question-props.ts";
import { countWords } from "./count-words.ts";
import type { EssayAnswer, EssayShown } from "./essay.ts";

/** What is asked for, in words: «100 words or more, 300 or fewer». */
function useLimits({ least, most }: EssayShown["words"]): string | undefined {
  const { t } = useTranslation("quiz");
  if (least !== undefined && most !== undefined) return t("view.wordsBetween", { least, most });
  if (least !== undefined) return t("view.wordsLeast", { count: least });
  return most === undefined ? undefined : t("view.wordsMost", { count: most });
}

export default function EssayView(props: QuestionViewProps<EssayShown, EssayAnswer>) {
  const { shown, value, onChange, disabled, locale, id } = props;
  const { t } = useTranslation("quiz");
  const limits = useLimits(shown.words);
  const text = value?.text ?? "";
  const count = countWords(text);
  const isTooLong = shown.words.most !== undefined && count > shown.words.most;
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale}>
      <RubricTable rubric={shown.rubric} locale={locale} />
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
