import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { AccountSection } from "./account-section.tsx";
import { EmailField } from "./email-field.tsx";
import { CurrentPasswordField } from "./password-field.tsx";

type ChangeEmailProps = { email: string; result: SubmissionResult<string[]> | undefined };

export function ChangeEmail({ email, result }: ChangeEmailProps) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(result);
  return (
    <AccountSection title={t("changeEmail.title")}>
      <p>
        {t("changeEmail.now")} <bdi dir="ltr">{email}</bdi>
      </p>
      <Form method="post" noValidate className="grid max-w-lg gap-4">
        <FormErrors messages={errors.form} />
        <EmailField
          label={t("changeEmail.new")}
          autoComplete="off"
          error={errors.field("email")}
          defaultValue={errors.typed("email")}
        />
        <CurrentPasswordField error={errors.field("currentPassword")} />
        <div>
          <Button name="intent" value="changeEmail">
            {t("changeEmail.submit")}
          </Button>
        </div>
      </Form>
    </AccountSection>
  );
}
