import type { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

type PayFieldsProps = {
  /** Whether one can pay at Stripe. */
  checkout: boolean;
  nothingToPay?: boolean;
  errors: ReturnType<typeof useFormErrors>;
};

/** How to pay, and what makes it cheaper: the fields that every form of buying has. */
export function PayFields({ checkout, nothingToPay = false, errors }: PayFieldsProps) {
  const { t } = useTranslation("payment");
  const ways = [
    ...(checkout ? [{ value: "checkout", label: t("buy.checkout"), hint: t("buy.checkoutHint") }] : []),
    { value: "transfer", label: t("buy.transfer"), hint: t("buy.transferHint") },
  ];
  return (
    <>
      {nothingToPay ? null : (
        <RadioGroup
          legend={t("buy.method")}
          name="method"
          options={ways}
          defaultValue={errors.typed("method") ?? ways[0]?.value}
          error={errors.field("method")}
          required
        />
      )}
      {checkout || nothingToPay ? null : <p className="text-ink-2 text-sm">{t("buy.noCheckout")}</p>}
      <Field
        label={t("buy.code")}
        hint={t("buy.codeHint")}
        name="coupon"
        dir="ltr"
        autoComplete="off"
        maxLength={60}
        defaultValue={errors.typed("coupon")}
        error={errors.field("coupon")}
      />
    </>
  );
}
