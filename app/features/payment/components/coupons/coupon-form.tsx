import type { SubmissionResult } from "@conform-to/react";
import { writeAmount } from "#app/platform/i18n/amount.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { Coupon, CouponChoices } from "../../coupons/find-coupons.server.ts";
import { WindowFields } from "../prices/price-form.tsx";
import { type FormFields, useFormFields } from "../prices/use-form-fields.ts";
import { CouponTargets } from "./coupon-targets.tsx";

type CouponFormProps = {
  coupon?: Coupon | undefined;
  choices: CouponChoices;
  result: SubmissionResult<string[]> | undefined;
};

/** A coupon: its code, what it takes off, when, how often and for what. */
export function CouponForm({ coupon, choices, result }: CouponFormProps) {
  const { t } = useTranslation("coupons");
  const fields = useFormFields(result);
  return (
    <Form method="post" noValidate className="grid max-w-3xl gap-6">
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="timeZone" value={fields.timeZone} />
      <FormErrors messages={fields.messages} />
      <Field
        className="max-w-md"
        label={t("form.code")}
        hint={t(coupon ? "form.codeKeptHint" : "form.codeHint")}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        {...fields.line("code", coupon?.code)}
      />
      <Discount fields={fields} coupon={coupon} choices={choices} />
      <WindowFields fields={fields} saved={coupon} />
      <Limits fields={fields} coupon={coupon} />
      <CouponTargets coupon={coupon} choices={choices} fields={fields} />
      <TextArea
        label={t("form.note")}
        hint={t("form.noteHint")}
        rows={2}
        maxLength={500}
        {...fields.line("note", coupon?.note)}
      />
      <div className="flex flex-wrap gap-3">
        <Button>{t("prices:form.save")}</Button>
        <Link to="/admin/coupons" className={buttonClass({ kind: "plain" })}>
          {t("ui:cancel")}
        </Link>
      </div>
    </Form>
  );
}

type PartProps = { fields: FormFields; coupon: Coupon | undefined };

function Discount({ fields, coupon, choices }: PartProps & { choices: CouponChoices }) {
  const { t } = useTranslation("coupons");
  const codes = [...new Set([...choices.currencies, ...(coupon?.currency ? [coupon.currency] : [])])];
  const { defaultValue, error } = fields.line("kind", coupon?.kind ?? "percent");
  return (
    <div className="grid items-start gap-4 sm:grid-cols-3">
      <RadioGroup
        className="sm:col-span-3"
        legend={t("form.kind")}
        name="kind"
        options={(["percent", "amount", "free"] as const).map((value) => ({
          value,
          label: t(`form.kindChoice.${value}`),
        }))}
        defaultValue={defaultValue || "percent"}
        error={error}
      />
      <Field
        label={t("form.percentOff")}
        hint={t("form.percentHint")}
        inputMode="numeric"
        dir="ltr"
        {...fields.line("percentOff", coupon?.percentOff)}
      />
      <Field
        label={t("form.amountOff")}
        hint={t("form.amountHint")}
        inputMode="decimal"
        dir="ltr"
        {...fields.line(
          "amountOff",
          coupon?.amountOff && coupon.currency ? writeAmount(coupon.amountOff, coupon.currency) : null,
        )}
      />
      <Select
        label={t("prices:form.currency")}
        hint={t("form.currencyHint")}
        options={codes.map((code) => ({ value: code, label: code }))}
        {...fields.line("currency", coupon?.currency ?? codes[0])}
      />
    </div>
  );
}

function Limits({ fields, coupon }: PartProps) {
  const { t } = useTranslation("coupons");
  const perPerson = coupon ? coupon.maxUsesPerPerson : 1;
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field
        label={t("form.maxUses")}
        hint={t("form.maxUsesHint")}
        inputMode="numeric"
        dir="ltr"
        {...fields.line("maxUses", coupon?.maxUses)}
      />
      <Field
        label={t("form.maxUsesPerPerson")}
        hint={t("form.maxUsesHint")}
        inputMode="numeric"
        dir="ltr"
        {...fields.line("maxUsesPerPerson", perPerson)}
      />
    </div>
  );
}
