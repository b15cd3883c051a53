import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { KeptField } from "./kept-field.tsx";
import type { LessonFieldsProps } from "./lesson-fields.ts";

type NumberFieldProps = LessonFieldsProps & {
  fact: "minutes" | "weight" | "dripDays";
  from: number;
  to: number;
  label: string;
  hint?: string;
};

/** A whole number of a lesson, between two. */
export function NumberField({ lesson, set, fact, from, to, label, hint }: NumberFieldProps) {
  const { t } = useTranslation("outline");
  const fits = (text: string) => /^\d{1,4}$/.test(text) && Number(text) >= from && Number(text) <= to;
  return (
    <KeptField
      name={`${fact}-${lesson.id}`}
      label={label}
      hint={hint}
      inputMode="numeric"
      dir="ltr"
      value={String(lesson[fact] ?? "")}
      check={(text) => (fits(western(text)) ? undefined : t("errors.number", { from, to }))}
      keep={(text) => set({ [fact]: Number(western(text)) }, fact)}
    />
  );
}

/** Digits of Arabic and Urdu keyboards as Western ones. */
function western(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
