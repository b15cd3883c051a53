import { useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";

type CheckedFieldProps = {
  name: string;
  label: string;
  hint?: string;
  value: string | null;
  isRight: (text: string) => boolean;
  change: (value: string | null) => void;
};

/** A field of a block's settings whose value reaches the document only where it is right. */
export function CheckedField({ name, label, hint, value, isRight, change }: CheckedFieldProps) {
  const { t } = useTranslation("lesson-editor");
  const [typed, setTyped] = useState({ text: value ?? "", of: value });
  const text = typed.of === value ? typed.text : (value ?? "");
  const wrong = text !== "" && !isRight(text);
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={wrong ? t("settings.wrong") : undefined}
      dir="ltr"
      maxLength={20}
      value={text}
      onChange={({ currentTarget }) => {
        const given = currentTarget.value.trim();
        const next = given === "" ? null : isRight(given) ? given : value;
        setTyped({ text: given, of: next });
        if (next !== value) change(next);
      }}
    />
  );
}
