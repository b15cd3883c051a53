import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { AccountSection } from "./account-section.tsx";
import { CurrentPasswordField, NewPasswordField } from "./password-field.tsx";

export function ChangePassword({ result }: { result: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(result);
  return (
    <AccountSection title={t("changePassword.title")}>
      <Form method="post" noValidate className="grid max-w-lg gap-4">
        <FormErrors messages={errors.form} />
        <CurrentPasswordField error={errors.field("currentPassword")} />
        <NewPasswordField name="newPassword" label={t("changePassword.new")} error={errors.field("newPassword")} />
        <p className="text-ink-2 text-sm">{t("changePassword.hint")}</p>
        <div>
          <Button name="intent" value="changePassword">
            {t("changePassword.submit")}
          </Button>
        </div>
      </Form>
    </AccountSection>
  );
}
