import type { ReactNode } from "react";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { controlClass } from "#app/ui/field-parts.tsx";
import { labelIn } from "./question-text.tsx";
import { type PartVerdict, RightAnswer, Verdict } from "./verdict.tsx";

type Option = { id: string; label: Translated };

type PartSelectProps = {
  id: string;
  /** Names the select; may hold more than a line. */
  label: ReactNode;
  options: readonly Option[];
  value: string | undefined;
  /** Without a value when the choice is taken back. */
  onChange: (value: string | undefined) => void;
  disabled: boolean;
  locale: Locale;
  verdict?: PartVerdict;
  right?: string;
};

/** The options of a native select, the first of which takes the choice back. */
export function SelectOptions({ options, locale }: { options: readonly Option[]; locale: Locale }) {
  const { t } = useTranslation("quiz");
  return (
    <>
      <option value="">{t("view.choose")}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {labelIn(option.label, locale)}
        </option>
      ))}
    </>
  );
}

/** One part of a question beside the list from which its answer is chosen. */
export function PartSelect(props: PartSelectProps) {
  const { id, label, options, value, onChange, disabled, locale, verdict, right } = props;
  const key = verdict === "right" ? undefined : options.find((option) => option.id === right);
  return (
    <div className="grid gap-2 rounded border border-line bg-surface p-3 sm:grid-cols-2 sm:items-center">
      <label htmlFor={id} className="flex min-w-0">
        {label}
      </label>
      <div className="grid gap-1.5">
        <select
          id={id}
          value={value ?? ""}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value || undefined)}
          className={classNames(controlClass, "control-select")}
        >
          <SelectOptions options={options} locale={locale} />
        </select>
        <Verdict verdict={verdict} />
        {key && <RightAnswer>{labelIn(key.label, locale)}</RightAnswer>}
      </div>
    </div>
  );
}
