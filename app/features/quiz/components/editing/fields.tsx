import { useState } from "react";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import { type Bound, controlId, problemAt } from "./bound.ts";

/** A part that a control shows: it may be missing, but what the control gives is always there. */
type Shown<Value, Given = Value> = Omit<Bound<Value>, "onChange"> & { onChange: (value: Given) => void };

type Texts = { label: string; hint?: string };

/** The words for what is wrong here. */
export function useProblem(field: Pick<Bound<unknown>, "path" | "problems">): string | undefined {
  const { t } = useTranslation("question");
  const message = problemAt(field);
  return message && translateMessage(t, message);
}

export function LineField({ field, label, hint }: { field: Shown<string> } & Texts) {
  const id = controlId(field.path);
  return (
    <Field
      id={id}
      name={id}
      label={label}
      hint={hint}
      dir="auto"
      error={useProblem(field)}
      value={field.value}
      onChange={(event) => field.onChange(event.target.value)}
    />
  );
}

/** Without what the computer's numbers add in multiplying. */
const tidy = (value: number) => Number(value.toPrecision(12));

type NumberTexts = Texts & { scale?: number };

/** A number, times `scale` as it is shown; what is no number is given as NaN, and refused when it is saved. */
export function NumberField({
  field,
  label,
  hint,
  scale = 1,
}: { field: Shown<number | undefined, number> } & NumberTexts) {
  const { value = Number.NaN } = field;
  const written = Number.isNaN(value) ? "" : String(tidy(value / scale));
  const [typed, setTyped] = useState(written);
  const id = controlId(field.path);
  const read = (text: string) => (text.trim() === "" ? Number.NaN : tidy(Number(text) * scale));
  return (
    <Field
      id={id}
      name={id}
      label={label}
      hint={hint}
      inputMode="decimal"
      dir="ltr"
      error={useProblem(field)}
      // As it was typed, unless something else has changed the number since.
      value={Object.is(read(typed), value) ? typed : written}
      onChange={(event) => {
        setTyped(event.target.value);
        field.onChange(read(event.target.value));
      }}
    />
  );
}

/** A number that may be left out. */
export function OptionalNumberField({ field, ...texts }: { field: Shown<number | undefined> } & NumberTexts) {
  return (
    <NumberField
      {...texts}
      field={{ ...field, onChange: (value) => field.onChange(Number.isNaN(value) ? undefined : value) }}
    />
  );
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A share of the points: a number or a fraction; without one, `otherwise` is shown in its place. */
export function ShareField({ field, label }: { field: Shown<number | string | undefined>; label: string }) {
  const { t } = useTranslation("question");
  const [typed, setTyped] = useState(String(field.value ?? ""));
  const id = controlId(field.path);
  const read = (text: string) => (NUMBER.test(text) ? Number(text) : text || undefined);
  return (
    <Field
      id={id}
      name={id}
      label={label}
      hint={t("shareHint")}
      dir="ltr"
      error={useProblem(field)}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        field.onChange(read(event.target.value.trim()));
      }}
    />
  );
}

export function CheckField({ field, label, hint }: { field: Shown<boolean | undefined, boolean> } & Texts) {
  const id = controlId(field.path);
  return (
    <Checkbox
      id={id}
      name={id}
      label={label}
      hint={hint}
      error={useProblem(field)}
      checked={field.value ?? false}
      onChange={(event) => field.onChange(event.target.checked)}
    />
  );
}

type OneOfProps<V extends string> = { field: Shown<V>; options: readonly { value: V; label: string }[] } & Texts;

/** One of some values. */
export function OneOfField<V extends string>({ field, options, label, hint }: OneOfProps<V>) {
  const id = controlId(field.path);
  const choose = (value: string) => {
    const option = options.find((other) => other.value === value);
    if (option) field.onChange(option.value);
  };
  return (
    <Select
      id={id}
      name={id}
      label={label}
      hint={hint}
      error={useProblem(field)}
      options={options}
      value={field.value}
      onChange={(event) => choose(event.target.value)}
    />
  );
}
