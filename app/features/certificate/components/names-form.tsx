import type { SubmissionResult } from "@conform-to/react";
import { type FormEvent, useState } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { NamesFields } from "./names-fields.tsx";
import { NamesSample } from "./names-sample.tsx";

type NamesFormProps = {
  names: { arabic: string | null; latin: string | null };
  /** What was refused of what she wrote. */
  result: SubmissionResult<string[]> | undefined;
};

/** Where a learner says how her names are written, and sees how they will stand. */
export function NamesForm({ names, result }: NamesFormProps) {
  const { t } = useTranslation("certificate");
  const errors = useFormErrors(result);
  const first = {
    fullNameArabic: (result ? errors.typed("fullNameArabic") : names.arabic) ?? "",
    fullNameLatin: (result ? errors.typed("fullNameLatin") : names.latin) ?? "",
  };
  const [typed, setTyped] = useState(first);
  const follow = ({ target }: FormEvent<HTMLFormElement>) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, value } = target;
    setTyped((before) => ({ ...before, [name]: value }));
  };
  return (
    <Form method="post" noValidate className="grid gap-4" onInput={follow}>
      <p className="text-ink-2">{t("names.text")}</p>
      <FormErrors messages={errors.form} />
      <NamesFields arabic="fullNameArabic" latin="fullNameLatin" value={(name) => first[name]} error={errors.field} />
      <NamesSample arabic={typed.fullNameArabic.trim()} latin={typed.fullNameLatin.trim()} />
      <div>
        <Button name="intent" value="check-names">
          {t("names.save")}
        </Button>
      </div>
    </Form>
  );
}
