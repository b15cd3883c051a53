import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type Result = SubmissionResult<string[]> | undefined;

/** Gives a grade, or another one than was given. */
export function OverrideForm({ given, result }: { given: { share: number; reason: string } | null; result: Result }) {
  const { t } = useTranslation("gradebook");
  const { field, form, typed } = useFormErrors(result);
  return (
    <Form method="post" noValidate className="grid gap-4">
      <FormErrors messages={form} />
      <Field
        className="max-w-60"
        label={t("override.percent")}
        hint={t("override.percentHint")}
        name="percent"
        inputMode="decimal"
        dir="ltr"
        required
        defaultValue={typed("percent") ?? (given ? String(given.share / 100) : undefined)}
        error={field("percent")}
      />
      <TextArea
        label={t("override.reason")}
        hint={t("override.reasonHint")}
        name="reason"
        dir="auto"
        rows={3}
        maxLength={2_000}
        required
        defaultValue={typed("reason")}
        error={field("reason")}
      />
      <div>
        <Button name="intent" value="give">
          {given ? t("override.change") : t("override.give")}
        </Button>
      </div>
    </Form>
  );
}

/** Takes a grade that was given away again, and says why. */
export function RemoveOverride({ result }: { result: Result }) {
  const { t } = useTranslation("gradebook");
  const { field, form, typed } = useFormErrors(result);
  return (
    <Disclosure summary={t("remove.title")} open={result !== undefined}>
      <Form method="post" noValidate className="grid gap-4 pt-2">
        <p className="text-ink-2">{t("remove.text")}</p>
        <FormErrors messages={form} />
        <TextArea
          label={t("remove.reason")}
          name="removalReason"
          dir="auto"
          rows={2}
          maxLength={2_000}
          required
          defaultValue={typed("removalReason")}
          error={field("removalReason")}
        />
        <div>
          <ConfirmSubmit
            name="intent"
            value="remove"
            label={t("remove.act")}
            title={t("remove.title")}
            text={t("remove.text")}
            confirmLabel={t("remove.act")}
            cancelLabel={t("ui:cancel")}
          />
        </div>
      </Form>
    </Disclosure>
  );
}
