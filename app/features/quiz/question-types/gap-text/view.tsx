import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { SelectOptions } from "../../components/part-select.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { labelIn, QuestionText } from "../../components/question-text.tsx";
import { RightAnswer, Verdict } from "../../components/verdict.tsx";
import { withPart } from "../../components/with-part.ts";
import type { QuestionViewProps } from "../question-props.ts";
import { fillGaps } from "./fill-gaps.ts";
import { gapsOf } from "./gap-marks.ts";
import type { GapTextAnswer, GapTextShown } from "./gap-text.ts";

type GapProps = QuestionViewProps<GapTextShown, GapTextAnswer> & { gap: GapTextShown["gaps"][number]; number: number };

const gapClass =
  "control mx-1 inline-block min-h-11 w-44 max-w-full rounded-sm border border-line-strong bg-surface px-2 py-1 align-middle font-ui text-ink disabled:bg-surface-2 disabled:text-ink-2";

function Gap({ gap, number, value, onChange, disabled, review, locale, id }: GapProps) {
  const { t } = useTranslation("quiz");
  const gaps = value?.gaps ?? {};
  const verdict = review?.grade.parts[gap.id];
  const given = gaps[gap.id] ?? "";
  const name = { id: `${id}-${gap.id}`, "aria-label": t("view.gap", { number }), value: given, disabled };
  const set = (text: string) => onChange({ gaps: withPart(gaps, gap.id, text || undefined) });
  return (
    <>
      {gap.kind === "choices" ? (
        <select
          {...name}
          onChange={(event) => set(event.target.value)}
          className={classNames(gapClass, "control-select")}
        >
          <SelectOptions options={gap.choices} locale={locale} />
        </select>
      ) : (
        <input
          {...name}
          type="text"
          dir={gap.kind === "number" ? "ltr" : "auto"}
          inputMode={gap.kind === "number" ? "decimal" : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          onChange={(event) => set(event.target.value)}
          className={gapClass}
        />
      )}
      <Verdict verdict={verdict} />
    </>
  );
}

/** What would have been right, gap by gap, below the text. */
function RightGaps({
  shown,
  review,
  locale,
  numbers,
}: QuestionViewProps<GapTextShown, GapTextAnswer> & { numbers: Map<string, number> }) {
  const { t } = useTranslation("quiz");
  const formats = useFormats();
  const { key, grade } = review ?? {};
  if (!key) return null;
  const open = shown.gaps.filter((gap) => grade?.parts[gap.id] !== "right");
  return open.map((gap) => {
    const right = key.gaps[gap.id] ?? "";
    const choice = gap.choices.find((other) => other.id === right);
    return (
      <div key={gap.id} className="flex flex-wrap gap-x-2 text-sm">
        <span>{t("view.gap", { number: numbers.get(gap.id) ?? 0 })}</span>
        <RightAnswer>{choice ? labelIn(choice.label, locale) : <bdi>{formats.digits(right)}</bdi>}</RightAnswer>
      </div>
    );
  });
}

export default function GapTextView(props: QuestionViewProps<GapTextShown, GapTextAnswer>) {
  const { shown, locale, id } = props;
  const { t } = useTranslation("quiz");
  const gaps = new Map(shown.gaps.map((gap) => [gap.id, gap]));
  const numbers = new Map(gapsOf(pickTranslated(shown.text, locale).text).map((gap, index) => [gap, index + 1]));
  const fill = (id: string) => {
    const gap = gaps.get(id);
    return gap && <Gap key={gap.id} gap={gap} number={numbers.get(gap.id) ?? 0} {...props} />;
  };
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale} hint={t("view.fillGaps")}>
      <QuestionText html={shown.text} locale={locale} replaceText={(text) => fillGaps(text, fill)} />
      <RightGaps {...props} numbers={numbers} />
    </QuestionFrame>
  );
}
