import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";

type NamesFieldsProps<Arabic extends string, Latin extends string> = {
  /** What the two fields are called in the form. */
  arabic: Arabic;
  latin: Latin;
  value: (name: Arabic | Latin) => string;
  error: (name: string) => string | undefined;
};

/** The longest name for which a certificate has room. */
const LONGEST = 120;

/** A full name in Arabic and in Latin script. */
export function NamesFields<Arabic extends string, Latin extends string>({
  arabic,
  latin,
  value,
  error,
}: NamesFieldsProps<Arabic, Latin>) {
  const { t } = useTranslation("certificate");
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field
        label={t("names.arabic")}
        name={arabic}
        lang="ar"
        dir="rtl"
        maxLength={LONGEST}
        defaultValue={value(arabic)}
        error={error(arabic)}
      />
      <Field
        label={t("names.latin")}
        name={latin}
        lang="en"
        dir="ltr"
        maxLength={LONGEST}
        defaultValue={value(latin)}
        error={error(latin)}
      />
    </div>
  );
}
