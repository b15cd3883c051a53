import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names.ts";
import { FieldError, type FieldTexts, Hint, pointToTexts } from "./field-parts.tsx";

type CheckboxProps = FieldTexts & { name: string } & Omit<ComponentProps<"input">, "name" | "type">;

/** One thing to say yes to. */
export function Checkbox({ label, hint, error, id, className, ...rest }: CheckboxProps) {
  const made = useId();
  const key = id ?? made;
  return (
    <div className={classNames("grid gap-1", className)}>
      <label htmlFor={key} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input id={key} type="checkbox" className="choice" {...pointToTexts(key, { hint, error })} {...rest} />
        <span>{label}</span>
      </label>
      <div className="grid gap-1 ps-8 empty:hidden">
        <Hint id={key}>{hint}</Hint>
        <FieldError id={key}>{error}</FieldError>
      </div>
    </div>
  );
}
