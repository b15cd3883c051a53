import { writeAmount } from "#app/platform/i18n/amount.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import type { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { SectionCard } from "#app/ui/section-card.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { FundShown } from "../../../scholarships/funds/find-funds.server.ts";

type FormProps = { fund: FundShown; errors: ReturnType<typeof useFormErrors> };

/** Why it is done, for the audit log. */
function Reason({ errors: { field, typed } }: Pick<FormProps, "errors">) {
  const { t } = useTranslation("scholarship-admin");
  return (
    <TextArea
      name="reason"
      label={t("fund.reason")}
      hint={t("fund.reasonHint")}
      rows={2}
      required
      minLength={3}
      defaultValue={typed("reason")}
      error={field("reason")}
    />
  );
}

/** Changes a fund's name and limit. */
export function ChangeFundForm({ fund, errors }: FormProps) {
  const { t } = useTranslation("scholarship-admin");
  const { field, form, typed } = errors;
  return (
    <SectionCard title={t("fund.change")}>
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="intent" value="change" />
        <FormErrors messages={form} />
        <Field
          name="name"
          label={t("fund.name")}
          required
          maxLength={120}
          dir="auto"
          defaultValue={typed("name") ?? fund.name}
          error={field("name")}
        />
        <Field
          name="limit"
          label={t("fund.limitIn", { currency: fund.currency })}
          hint={t("fund.limitHint")}
          inputMode="decimal"
          required
          dir="ltr"
          autoComplete="off"
          defaultValue={typed("limit") ?? writeAmount(fund.limitAmount, fund.currency)}
          error={field("limit")}
        />
        <Reason errors={errors} />
        <div>
          <Button>{t("ui:save")}</Button>
        </div>
      </Form>
    </SectionCard>
  );
}

/** Closes a fund, or opens it again. */
export function CloseFundForm({ fund, errors }: FormProps) {
  const { t } = useTranslation("scholarship-admin");
  const act = fund.closedAt ? "open" : "close";
  return (
    <SectionCard title={t(`fund.${act}.title`)}>
      <Form method="post" className="grid gap-4">
        <FormErrors messages={errors.form} />
        <p className="text-ink-2">{t(`fund.${act}.text`)}</p>
        <Reason errors={errors} />
        <div>
          <ConfirmSubmit
            kind={act === "close" ? "danger" : "quiet"}
            name="intent"
            value={act}
            label={t(`fund.${act}.submit`)}
            title={t(`fund.${act}.confirm`)}
            text={t(`fund.${act}.text`)}
            confirmLabel={t(`fund.${act}.submit`)}
            cancelLabel={t("ui:cancel")}
          />
        </div>
      </Form>
    </SectionCard>
  );
}
