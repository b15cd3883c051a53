import { z } from "zod";
import { parseAmountField } from "#app/features/payment/money/parse-amount.ts";
import { momentOf } from "#app/platform/clock/local-time.ts";
import { PriceFor } from "#app/platform/db/generated/enums.ts";
import { currencyCodes } from "#app/platform/i18n/currency.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { thingKinds } from "./price-address.ts";

const slug = z.string().regex(/^[a-z0-9-]{1,100}$/);

/** A course or programme by its address. */
export const thingSchema = z.object({ kind: z.enum(thingKinds), slug });

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the address of the list may say; what is not understood is left out. */
export const priceSearchSchema = z.object({
  kind: z.enum(thingKinds).catch("courses"),
  q: optional(
    z
      .string()
      .trim()
      .max(200)
      .regex(/^\P{Cc}+$/u),
  ),
  cursor: optional(z.string().max(2_000)),
});

type Context = { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void };

/** The moment that was typed in a field, or null; says what is wrong with it. */
export function momentField(
  context: Context,
  { field, typed, timeZone }: { field: string; typed: string | undefined; timeZone: string },
): Date | null {
  if (!typed) return null;
  const moment = momentOf(typed, timeZone);
  // Years by a slip of the hand, which PostgreSQL may not know either.
  if (moment !== null && moment > "2000" && moment < "2200") return new Date(moment);
  context.addIssue({ code: "custom", path: [field], message: "form:invalid" });
  return null;
}

/** From when until when; says beside `endsAt` that it ends before it begins. */
export function windowFields(
  context: Context,
  { startsAt, endsAt, timeZone }: { startsAt?: string | undefined; endsAt?: string | undefined; timeZone: string },
) {
  const from = momentField(context, { field: "startsAt", typed: startsAt, timeZone });
  const until = momentField(context, { field: "endsAt", typed: endsAt, timeZone });
  if (from && until && from >= until) {
    context.addIssue({ code: "custom", path: ["endsAt"], message: "prices:errors.endsFirst" });
  }
  return { startsAt: from, endsAt: until };
}

export const zoneField = z.string().max(60).default("UTC");
export const currencyField = z.enum(currencyCodes);

/** A line as it was typed, without what is no text in it. */
export const inOneLine = (text: string) => text.replace(/[\p{Cc}\s]+/gu, " ").trim();

const label = z.string().transform(inOneLine).pipe(z.string().max(80)).optional();

function saidLabels(labels: Partial<Record<string, string | undefined>>): Translated | null {
  const said = Object.entries(labels).filter(([, text]) => text);
  return said.length === 0 ? null : Object.fromEntries(said);
}

/** The form of a price. What it is asked for, and of which cohort, is checked against the thing that it belongs to. */
export const priceFormSchema = z
  .object({
    for: z.enum(PriceFor).default("place"),
    cohortId: z.uuid().optional(),
    countryGroupId: z.uuid().optional(),
    amount: z.string().max(40).optional(),
    currency: currencyField,
    labels: z.partialRecord(localeSchema, label).default({}),
    startsAt: z.string().max(30).optional(),
    endsAt: z.string().max(30).optional(),
    timeZone: zoneField,
    /** Prices beside which it is ambiguous, and which she has seen: their ids. */
    accepted: z
      .string()
      .max(20_000)
      .default("")
      .transform((ids) => ids.split(" ").filter((id) => id !== "")),
  })
  .transform(({ labels, amount: typed, startsAt, endsAt, timeZone, ...given }, context) => {
    const amount = parseAmountField(context, {
      field: "amount",
      ...(typed ? { typed } : {}),
      currency: given.currency,
    });
    const window = windowFields(context, { startsAt, endsAt, timeZone });
    if (given.for === "certificate" && given.cohortId) {
      context.addIssue({ code: "custom", path: ["cohortId"], message: "prices:errors.certificateHasNoCohort" });
    }
    if (amount === null) return z.NEVER;
    const { cohortId = null, countryGroupId = null, ...rest } = given;
    return { ...rest, cohortId, countryGroupId, amount, labels: saidLabels(labels), ...window };
  });

export type PriceForm = z.output<typeof priceFormSchema>;

/** What is asked of the preview; what is not understood is left out. */
export const previewSchema = z
  .object({
    country: optional(z.string().regex(/^[A-Z]{2}$/)),
    cohort: optional(z.uuid()),
    at: optional(z.string().max(30)),
    timeZone: zoneField,
    asked: optional(z.string().max(10)),
  })
  .transform(({ at, timeZone, asked, ...rest }) => {
    const moment = at ? momentOf(at, timeZone) : null;
    return { ...rest, asked: asked !== undefined, at: moment ? new Date(moment) : undefined };
  });

export type PriceQuestion = z.output<typeof previewSchema>;
