import { z } from "zod";
import { currencyCodes } from "#app/platform/i18n/currency.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { siteSchema } from "#app/platform/site/site-schema.ts";

/** Who sells, as invoices say it, and to which account one transfers: by language, as far as it was said. */
export const payeeSchema = z.object({
  names: translatedSchema.default({}),
  addresses: translatedSchema.default({}),
  taxNumber: z.string().default(""),
  bankDetails: translatedSchema.default({}),
});
export type Payee = z.output<typeof payeeSchema>;

/** Who may sign up: anybody, those with an invitation, or nobody. */
export const registrationModes = ["open", "invitation", "closed"] as const;

/** Every setting an admin may change, with what holds until she does. */
export const settingsSchema = z.object({
  ...siteSchema.shape,
  /** Which newcomers may sign up. */
  registration: z.enum(registrationModes).default("open"),
  /** Whether staff must sign in with a second factor. */
  staffSecondFactor: z.boolean().default(false),
  payee: payeeSchema.prefault({}),
  /** In what the academy sells, in the order in which they are offered; what was sold in others stays so. */
  currencies: z.array(z.enum(currencyCodes)).min(1).default(["USD", "EUR", "GBP", "JOD"]),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingKey = keyof Settings;
