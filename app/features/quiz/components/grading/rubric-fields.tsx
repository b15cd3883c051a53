import type { KeyboardEvent } from "react";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import type { GivenRubric } from "../../grading/grading-schema.ts";
import type { Rubric } from "../../question-types/rubric.ts";
import { LabelText, labelIn, QuestionText } from "../question-text.tsx";

/** What was chosen and typed by criterion, as a form sent it. */
export type TypedRubric = { levels: Record<string, string>; given: Record<string, string> };

type RubricFieldsProps = {
  rubric: Rubric;
  given: GivenRubric | null;
  typed: TypedRubric;
  locale: Locale;
  /** What was given so far, by criterion. */
  onGive: (criterion: string, points: number | null) => void;
};

/** By a digit the level of that number is chosen, and the next criterion comes under the hand. */
function chooseByDigit(event: KeyboardEvent<HTMLFieldSetElement>): void {
  if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const own = event.currentTarget;
  const level = own.querySelectorAll<HTMLInputElement>("input[type=radio]")[Number(event.key) - 1];
  if (!level) return;
  event.preventDefault();
  level.click();
  const next = own.nextElementSibling?.querySelector<HTMLInputElement>("input");
  (next ?? level).focus();
}

/** A rubric to grade by: a level of each criterion, or points where it has no levels. */
export function RubricFields({ rubric, ...rest }: RubricFieldsProps) {
  return (
    <div className="grid gap-6">
      {rubric.map((criterion) => {
        const Criterion = criterion.levels ? Levels : Points;
        return <Criterion key={criterion.id} criterion={criterion} {...rest} />;
      })}
    </div>
  );
}

type CriterionProps = Omit<RubricFieldsProps, "rubric"> & { criterion: Rubric[number] };

function Levels({ criterion, given, typed, locale, onGive }: CriterionProps) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const { id, label, description, points, levels = [] } = criterion;
  return (
    <fieldset onKeyDown={chooseByDigit} className="grid gap-1">
      <legend className="font-semibold">
        <LabelText label={label} locale={locale} />{" "}
        <span className="font-normal text-ink-2 text-sm">{t("answer.outOf", { most: points })}</span>
      </legend>
      {description ? <QuestionText html={description} locale={locale} className="text-ink-2 text-sm" /> : null}
      {levels.map((level, index) => (
        <label
          key={level.id}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-sm border border-transparent px-2 py-2 hover:bg-tile-tint has-checked:border-tile has-checked:bg-tile-tint"
        >
          <input
            type="radio"
            name={`levels.${id}`}
            value={level.id}
            required
            defaultChecked={(typed.levels[id] ?? given?.[id]) === level.id}
            onChange={() => onGive(id, level.points)}
            className="choice choice-radio"
          />
          <span className="min-w-0 flex-1">
            <span aria-hidden className="me-2 text-ink-2 text-xs tabular-nums">
              {formats.number(index + 1)}
            </span>
            <LabelText label={level.label} locale={locale} />
          </span>
          <bdi className="font-semibold tabular-nums">{formats.number(level.points)}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

function Points({ criterion, given, typed, locale, onGive }: CriterionProps) {
  const { t } = useTranslation("quiz-results");
  const { id, label, description, points } = criterion;
  return (
    <div className="grid gap-1">
      <Field
        name={`given.${id}`}
        label={labelIn(label, locale)}
        hint={t("answer.outOf", { most: points })}
        inputMode="decimal"
        dir="ltr"
        required
        defaultValue={typed.given[id] ?? given?.[id]}
        onChange={(event) => onGive(id, readTyped(event.target.value))}
      />
      {description ? <QuestionText html={description} locale={locale} className="text-ink-2 text-sm" /> : null}
    </div>
  );
}

const DIGITS = /[٠-٩۰-۹]/g;

/** For the sum on the screen alone: the server reads what was typed by itself. */
function readTyped(typed: string): number | null {
  const western = typed.replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/[٫,]/, ".");
  const number = Number(western);
  return western.trim() === "" || Number.isNaN(number) ? null : number;
}
