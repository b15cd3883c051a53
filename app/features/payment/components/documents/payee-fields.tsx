import type { SubmissionResult } from "@conform-to/react";
import type { Payee } from "#app/features/setting/settings.ts";
import { directionOf, type Locale, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type PayeeProps = { payee: Payee; result?: SubmissionResult<string[]> };

const texts = ["names", "addresses", "bankDetails"] as const;

/** The languages in which one writes first: the reader's own, and those in which something stands; the others follow. */
function openAtFirst(payee: Payee, own: Locale, refused: (name: string) => unknown) {
  return (locale: Locale) =>
    locale === own || texts.some((text) => payee[text][locale] || refused(`${text}.${locale}`) !== undefined);
}

/** What invoices say of the academy, language by language. */
export function PayeeFields({ payee, result }: PayeeProps) {
  const { t } = useTranslation("invoices");
  const { locale: own } = usePageContext().formats;
  const errors = useFormErrors(result);
  const isOpen = openAtFirst(payee, own, errors.field);
  const taxNumber = (result ? errors.typed("taxNumber") : payee.taxNumber) ?? "";
  return (
    <>
      <Field
        name="taxNumber"
        label={t("payee.taxNumber")}
        hint={t("payee.taxNumberHint")}
        dir="ltr"
        maxLength={60}
        defaultValue={taxNumber}
        error={errors.field("taxNumber")}
      />
      {[own, ...locales.filter((locale) => locale !== own)].map((locale) => (
        <Disclosure
          key={locale}
          open={isOpen(locale)}
          summary={<bdi lang={locale}>{localeNames[locale]}</bdi>}
          className="border-line border-t pt-2"
        >
          <InOneLanguage locale={locale} payee={payee} result={result} />
        </Disclosure>
      ))}
    </>
  );
}

function InOneLanguage({ locale, payee, result }: PayeeProps & { locale: Locale }) {
  const { t } = useTranslation("invoices");
  const errors = useFormErrors(result);
  const line = (text: (typeof texts)[number], label: string) => {
    const name = `${text}.${locale}`;
    const defaultValue = (result ? errors.typed(name) : payee[text][locale]) ?? "";
    return { ...{ name, label, defaultValue, error: errors.field(name) }, lang: locale, dir: directionOf(locale) };
  };
  return (
    <div className="grid gap-5">
      <Field {...line("names", t("payee.name"))} hint={t("payee.nameHint")} maxLength={200} />
      <TextArea {...line("addresses", t("payee.address"))} maxLength={500} rows={3} />
      <TextArea {...line("bankDetails", t("payee.bank"))} hint={t("payee.bankHint")} maxLength={1_000} rows={4} />
    </div>
  );
}
