import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Field } from "#app/ui/field.tsx";
import { controlClass } from "#app/ui/field-parts.tsx";
import { SelectOptions } from "../../components/part-select.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { labelIn } from "../../components/question-text.tsx";
import { RightAnswer, Verdict } from "../../components/verdict.tsx";
import type { QuestionViewProps } from "../question-props.ts";
import type { NumericAnswer, NumericShown } from "./numeric.ts";

export default function NumericView(props: QuestionViewProps<NumericShown, NumericAnswer>) {
  const { shown, value, onChange, disabled, review, locale, id } = props;
  const { t } = useTranslation("quiz");
  const formats = useFormats();
  const answer = value ?? { number: "", unit: null };
  const verdict = review?.grade.parts.answer;
  const keyUnit = shown.units.find((unit) => unit.id === review?.key?.unit);
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale}>
      <div className="grid gap-3 sm:max-w-lg sm:grid-cols-2 sm:items-end">
        {/* Not a number field: those take no Arabic digits. */}
        <Field
          id={`${id}-number`}
          name={`${id}-number`}
          label={t("view.yourNumber")}
          inputMode="decimal"
          autoComplete="off"
          dir="ltr"
          maxLength={80}
          disabled={disabled}
          value={answer.number}
          onChange={(event) => onChange({ ...answer, number: event.target.value })}
        />
        {shown.units.length > 0 && (
          <div className="grid gap-1.5">
            <label htmlFor={`${id}-unit`} className="font-semibold">
              {t("view.unit")}
            </label>
            <select
              id={`${id}-unit`}
              value={answer.unit ?? ""}
              disabled={disabled}
              onChange={(event) => onChange({ ...answer, unit: event.target.value || null })}
              className={classNames(controlClass, "control-select")}
            >
              <SelectOptions options={shown.units} locale={locale} />
            </select>
          </div>
        )}
      </div>
      <Verdict verdict={verdict} />
      {review?.key && verdict !== "right" && (
        <RightAnswer>
          <bdi>{formats.digits(review.key.number)}</bdi> {keyUnit && labelIn(keyUnit.label, locale)}
        </RightAnswer>
      )}
    </QuestionFrame>
  );
}
