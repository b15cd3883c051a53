import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, FieldError, type FieldTexts, Hint, Label, pointToTexts } from "./field-parts.tsx";

export type SelectOption = { value: string; label: string; lang?: string };

type SelectProps = FieldTexts & { name: string; options: readonly SelectOption[] } & Omit<
    ComponentProps<"select">,
    "name" | "children"
  >;

/** One of a list that may be long: the browser's own select. */
export function Select({ label, hint, error, id, className, options, ...rest }: SelectProps) {
  const made = useId();
  const key = id ?? made;
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <Label id={key}>{label}</Label>
      <Hint id={key}>{hint}</Hint>
      <select
        id={key}
        className={classNames(controlClass, "control-select pe-10")}
        {...pointToTexts(key, { hint, error })}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldError id={key}>{error}</FieldError>
    </div>
  );
}
