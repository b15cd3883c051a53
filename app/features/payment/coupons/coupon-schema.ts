import { z } from "zod";
import { parseAmountField } from "#app/features/payment/money/parse-amount.ts";
import { currencyField, windowFields, zoneField } from "#app/features/payment/prices/price-schema.ts";
import { CouponKind } from "#app/platform/db/generated/enums.ts";
import { couponStandings } from "./coupon-standing.ts";

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the address of the list may say; what is not understood is left out. */
export const couponSearchSchema = z.object({
  q: optional(
    z
      .string()
      .trim()
      .max(60)
      .regex(/^\P{Cc}+$/u),
  ),
  standing: optional(z.enum(couponStandings)),
  cursor: optional(z.string().max(200)),
});

/** As the database has it: capital letters, digits and dashes. */
const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9-]{2,39}$/, "coupons:errors.codeForm");

// Whole, from one on; what is written in Eastern digits too.
const count = (most: number) =>
  z
    .string()
    .trim()
    .transform((typed) => typed.replace(/[٠-٩۰-۹]/g, (one) => String((one.codePointAt(0) ?? 0) & 0xf)))
    .pipe(z.string().regex(/^\d{1,9}$/, "form:invalid"))
    .transform(Number)
    .pipe(z.int().min(1).max(most));

/** One box that is ticked comes alone as text, none not at all. */
const ids = z
  .union([z.uuid().transform((one) => [one]), z.array(z.uuid())])
  .default([])
  .transform((all) => [...new Set(all)]);

type Given = { kind: CouponKind; percentOff?: number | undefined; amountOff?: string | undefined; currency: string };
type Context = Parameters<typeof parseAmountField>[0];

/** How much it takes off: one of the three, so that the others say nothing. */
function readDiscount(context: Context, { kind, percentOff, amountOff, currency }: Given) {
  const nothing = { kind, percentOff: null, amountOff: null, currency: null };
  if (kind === "free") return nothing;
  if (kind === "percent") {
    if (percentOff === undefined) context.addIssue({ code: "custom", path: ["percentOff"], message: "form:required" });
    return { ...nothing, percentOff: percentOff ?? null };
  }
  const amount = parseAmountField(context, {
    field: "amountOff",
    ...(amountOff ? { typed: amountOff } : {}),
    currency,
  });
  if (amount === 0) context.addIssue({ code: "custom", path: ["amountOff"], message: "coupons:errors.nothingOff" });
  return { ...nothing, amountOff: amount, currency };
}

/** The form of a coupon. Where no code was typed, one is drawn. */
export const couponFormSchema = z
  .object({
    code: code.optional(),
    kind: z.enum(CouponKind),
    percentOff: count(100).optional(),
    amountOff: z.string().max(40).optional(),
    currency: currencyField,
    startsAt: z.string().max(30).optional(),
    endsAt: z.string().max(30).optional(),
    timeZone: zoneField,
    maxUses: count(1_000_000).optional(),
    maxUsesPerPerson: count(1_000).optional(),
    courses: ids,
    programmes: ids,
    note: z
      .string()
      .transform((text) => text.replaceAll("\0", "").trim())
      .pipe(z.string().max(500))
      .default(""),
  })
  .transform((given, context) => {
    const { startsAt, endsAt, timeZone, code: typed, maxUses, maxUsesPerPerson, courses, programmes, note } = given;
    return {
      ...readDiscount(context, given),
      ...windowFields(context, { startsAt, endsAt, timeZone }),
      ...{ code: typed ?? null, maxUses: maxUses ?? null, maxUsesPerPerson: maxUsesPerPerson ?? null },
      ...{ courses, programmes, note },
    };
  });

export type CouponForm = z.output<typeof couponFormSchema>;
