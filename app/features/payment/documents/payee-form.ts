import { z } from "zod";
import type { Payee } from "#app/features/setting/settings.ts";
import { locales, type Translated } from "#app/platform/i18n/locales.ts";

const inEach = (most: number) => {
  const line = z.string().trim().max(most).optional();
  const fields = z.object({ ar: line, en: line, fr: line, es: line, tr: line, ur: line, ms: line });
  return fields
    .prefault({})
    .transform(
      (texts): Translated => Object.fromEntries(locales.flatMap((one) => (texts[one] ? [[one, texts[one]]] : []))),
    );
};

/** The form in which an admin says what invoices tell of the academy, each text by language. */
export const payeeFormSchema = z.object({
  names: inEach(200),
  addresses: inEach(500),
  taxNumber: z.string().trim().max(60).default(""),
  bankDetails: inEach(1_000),
}) satisfies z.ZodType<Payee>;
