import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import type { ButtonKind } from "#app/ui/button-class.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { AccountSection } from "./account-section.tsx";
import { CurrentPasswordField } from "./password-field.tsx";

type Result = SubmissionResult<string[]> | undefined;

/** One act for which the password is asked. */
export function PasswordStep({
  title,
  text,
  submit,
  intent,
  kind,
  result,
}: {
  title: string;
  text: ReactNode;
  submit: string;
  intent: string;
  kind?: ButtonKind;
  result: Result;
}) {
  const errors = useFormErrors(result);
  return (
    <AccountSection title={title}>
      <p className="max-w-prose">{text}</p>
      <Form method="post" noValidate className="grid max-w-lg gap-4">
        <FormErrors messages={errors.form} />
        <CurrentPasswordField error={errors.field("currentPassword")} />
        <div>
          <Button kind={kind} name="intent" value={intent}>
            {submit}
          </Button>
        </div>
      </Form>
    </AccountSection>
  );
}

/** The QR code to scan, and the code that proves that it was. */
export function ScanStep({ qrSvg, secret, result }: { qrSvg: string; secret: string; result: Result }) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(result);
  return (
    <>
      <AccountSection title={t("app.scanTitle")}>
        <div
          role="img"
          aria-label={t("app.qr")}
          className="w-56 max-w-full overflow-hidden rounded-sm border border-line"
        >
          {/* Drawn on our server from the secret alone. */}
          <img alt="" width="224" height="224" src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`} />
        </div>
        <p>{t("app.scanText")}</p>
        <p dir="ltr" className="select-all break-all rounded-sm bg-surface-2 px-4 py-3 text-start font-mono">
          {secret}
        </p>
      </AccountSection>
      <AccountSection title={t("app.codeTitle")}>
        <Form method="post" noValidate className="grid max-w-lg gap-4">
          <FormErrors messages={errors.form} />
          <CodeField error={errors.field("code")} />
          <div>
            <Button name="intent" value="confirm">
              {t("app.confirm")}
            </Button>
          </div>
        </Form>
      </AccountSection>
    </>
  );
}

export function CodeField({ error }: { error: string | undefined }) {
  const { t } = useTranslation("account");
  return (
    <Field
      label={t("secondFactor.code")}
      name="code"
      dir="ltr"
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      hint={t("secondFactor.codeHint")}
      error={error}
    />
  );
}

/** The backup codes, shown this once. */
export function BackupCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation("account");
  return (
    <AccountSection title={t("app.codesTitle")}>
      <Notice kind="warning">{t("app.codesText")}</Notice>
      <ul dir="ltr" className="grid grid-cols-2 gap-2 rounded-sm bg-surface-2 px-4 py-3 font-mono sm:grid-cols-3">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <Link to="/account/security" className={buttonClass()}>
          {t("app.codesKept")}
        </Link>
      </div>
    </AccountSection>
  );
}
