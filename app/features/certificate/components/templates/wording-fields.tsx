import { useState } from "react";
import { isLocale, type Locale, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/select.tsx";
import type { TemplateDesign } from "../../templates/template-design.ts";
import { SideBySide } from "./side-by-side.tsx";
import { wordingFields } from "./template-draft.ts";

type WordingFieldsProps = {
  design: TemplateDesign;
  change: (changed: Partial<TemplateDesign>) => void;
  /** Beside Arabic. */
  beside: Locale;
};

/** What the certificate says, in Arabic and beside it in another language. */
export function WordingFields({ design, change, beside }: WordingFieldsProps) {
  const { t } = useTranslation("certificate-template");
  const { wording } = design;
  return (
    <>
      <p className="text-ink-2">{t("wording.lead")}</p>
      {wordingFields.map((name) => (
        <SideBySide
          key={name}
          legend={t(`wording.${name}`)}
          hint={name === "closing" ? t("wording.closingHint") : undefined}
          locales={["ar", beside]}
          pathOf={(locale) => `wording/${locale}/${name}`}
          value={(locale) => wording[locale][name]}
          onChange={(locale, text) =>
            change({ wording: { ...wording, [locale]: { ...wording[locale], [name]: text } } })
          }
          maxLength={name === "closing" ? 400 : 160}
          rows={name === "heading" || name === "introduction" ? 1 : 3}
        />
      ))}
      <CopyWording {...{ design, change, beside }} />
    </>
  );
}

/** Takes the words of one language as a beginning for those of another. */
function CopyWording({ design, change, beside }: WordingFieldsProps) {
  const { t } = useTranslation("certificate-template");
  const [chosen, setChosen] = useState<Locale>("ar");
  const others = locales.filter((locale) => locale !== beside);
  const from = chosen === beside ? "ar" : chosen;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        className="min-w-44"
        name="copy-from"
        label={t("wording.copyFrom", { language: localeNames[beside] })}
        options={others.map((locale) => ({ value: locale, label: localeNames[locale], lang: locale }))}
        value={from}
        onChange={(event) => {
          if (isLocale(event.target.value)) setChosen(event.target.value);
        }}
      />
      <Button
        type="button"
        kind="quiet"
        onClick={() => change({ wording: { ...design.wording, [beside]: design.wording[from] } })}
      >
        {t("wording.copy")}
      </Button>
    </div>
  );
}
