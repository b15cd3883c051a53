import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";

type EmailFieldProps = { label?: string; error: string | undefined; defaultValue?: string; autoComplete?: string };

/** Where an e-mail address is given; always from left to right. */
export function EmailField({ label, error, defaultValue, autoComplete = "email" }: EmailFieldProps) {
  const { t } = useTranslation("account");
  return (
    <Field
      label={label ?? t("email")}
      name="email"
      type="email"
      dir="ltr"
      inputMode="email"
      autoComplete={autoComplete}
      required
      error={error}
      defaultValue={defaultValue}
    />
  );
}
