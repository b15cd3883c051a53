import { type ComponentProps, useState } from "react";
import { Field } from "#app/ui/field.tsx";

type KeptFieldProps = Omit<ComponentProps<typeof Field>, "value" | "defaultValue" | "onChange" | "error"> & {
  value: string;
  /** Why it cannot be so; then it is not kept. */
  check: (value: string) => string | undefined;
  keep: (value: string) => void;
};

/** A field whose text is kept as it is typed, as long as it fits; what is undone elsewhere is undone in it. */
export function KeptField({ value, check, keep, ...field }: KeptFieldProps) {
  const [typed, setTyped] = useState<{ text: string; of: string } | null>(null);
  // What was typed stands until the value is another than the one that it made.
  const text = typed && typed.of === value ? typed.text : value;
  const error = typed && typed.of === value ? check(trim(typed.text)) : undefined;
  return (
    <Field
      {...field}
      value={text}
      error={error}
      onChange={(event) => {
        const next = event.target.value;
        const fits = check(trim(next)) === undefined;
        setTyped({ text: next, of: fits ? trim(next) : value });
        if (fits && trim(next) !== value) keep(trim(next));
      }}
    />
  );
}

function trim(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
