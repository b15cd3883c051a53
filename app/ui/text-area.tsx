import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, FieldError, type FieldTexts, Hint, Label, pointToTexts } from "./field-parts.tsx";

type TextAreaProps = FieldTexts & { name: string } & Omit<ComponentProps<"textarea">, "name">;

/** Several lines of text with their label, hint and error. */
export function TextArea({ label, hint, error, id, className, rows = 4, dir = "auto", ...rest }: TextAreaProps) {
  const made = useId();
  const key = id ?? made;
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <Label id={key}>{label}</Label>
      <Hint id={key}>{hint}</Hint>
      <textarea
        id={key}
        rows={rows}
        dir={dir}
        className={classNames(controlClass, "resize-y")}
        {...pointToTexts(key, { hint, error })}
        {...rest}
      />
      <FieldError id={key}>{error}</FieldError>
    </div>
  );
}
