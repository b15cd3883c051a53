import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, FieldError, type FieldTexts, Hint, Label, pointToTexts } from "./field-parts.tsx";

type FieldProps = FieldTexts & { name: string } & Omit<ComponentProps<"input">, "name">;

/** A line of text with its label, hint and error. */
export function Field({ label, hint, error, id, className, type = "text", ...rest }: FieldProps) {
  const made = useId();
  const key = id ?? made;
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <Label id={key}>{label}</Label>
      <Hint id={key}>{hint}</Hint>
      <input id={key} type={type} className={controlClass} {...pointToTexts(key, { hint, error })} {...rest} />
      <FieldError id={key}>{error}</FieldError>
    </div>
  );
}
