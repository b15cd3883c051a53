import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { PASSWORD_MIN } from "../password-length.ts";

/** Where a new password is chosen. */
export function NewPasswordField({ name, label, error }: { name: string; label: string; error: string | undefined }) {
  const { t } = useTranslation("account");
  return (
    <Field
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      required
      hint={t("passwordHint", { minimum: PASSWORD_MIN })}
      error={error}
    />
  );
}

/** Where the password that one has is given, to make sure who asks. */
export function CurrentPasswordField({ error }: { error: string | undefined }) {
  const { t } = useTranslation("account");
  return (
    <Field
      label={t("currentPassword")}
      name="currentPassword"
      type="password"
      autoComplete="current-password"
      required
      error={error}
    />
  );
}
