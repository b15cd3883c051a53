import { z } from "zod";
import { momentOf } from "#app/platform/clock/local-time.ts";
import { CompletionRule, Level } from "#app/platform/db/generated/enums.ts";
import { readAmount } from "#app/platform/i18n/amount.ts";
import { currencyCodes } from "#app/platform/i18n/currency.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, locales, type Translated } from "#app/platform/i18n/locales.ts";
import { reservedCourseSlugs } from "../course-slug.ts";

const oneLine = (text: string) => text.replace(/\s+/g, " ");
const line = z.string().trim().min(1).max(300).transform(oneLine);
const summary = z.string().trim().min(1).max(5_000);
const outcomes = z
  .string()
  .max(10_000)
  .transform((text) => text.split("\n").map((one) => oneLine(one).trim()))
  .transform((list) => list.filter((one) => one !== ""))
  .pipe(z.array(z.string().max(300)).max(30));

/** A line in one of several languages that may stay empty: an empty field of a record is sent as empty text. */
const orNothing = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => (text.trim() === "" ? undefined : text))
    .pipe(schema.optional())
    .optional();

const textSchema = z.object({
  title: orNothing(line),
  summary: orNothing(summary),
  outcomes: outcomes.default([]),
});

export type CatalogueText = { locale: Locale; title: string; summary: string; outcomes: string[] };

/**
 * What the catalogue says, in fields called `texts.ar.title`. Each of `required` must have a title and a summary, as
 * must every other language in which something is said; outcomes are as many in each.
 */
export function textsSchema(required: readonly Locale[]) {
  return z.object({ texts: z.partialRecord(localeSchema, textSchema).default({}) }).transform(({ texts }, context) => {
    const said: CatalogueText[] = [];
    for (const locale of locales) {
      const { title, summary, outcomes = [] } = texts[locale] ?? {};
      if (!required.includes(locale) && !title && !summary && outcomes.length === 0) continue;
      const say = (field: string, message: string) =>
        context.addIssue({ code: "custom", path: ["texts", locale, field], message });
      if (!title) say("title", "form:required");
      if (!summary) say("summary", "form:required");
      if (title && summary) said.push({ locale, title, summary, outcomes });
      if (said[0] && said[0].outcomes.length !== outcomes.length) {
        say("outcomes", "course-settings:errors.outcomes");
      }
    }
    return said;
  });
}

export const addressSchema = z.object({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "course-settings:errors.slugForm")
    .refine((slug) => !reservedCourseSlugs.has(slug), "course-settings:errors.slugTaken"),
});

export const placeSchema = z.object({ subject: z.string().regex(/^[a-z0-9-]{1,100}$/), level: z.enum(Level) });

/** The path of a picture among the course's media; without one a cover is drawn. */
export const coverSchema = z.object({ cover: z.string().max(300).optional() });

export const languageSchema = z.object({ language: localeSchema });

export const priceSchema = z
  .object({ amount: z.string().max(30).default("0"), currency: z.string().regex(/^[A-Z]{3}$/) })
  .transform(({ amount, currency }, context) => {
    const known = currencyCodes.some((one) => one === currency);
    const read = known ? readAmount(amount, currency) : null;
    if (read && "amount" in read) return { amount: read.amount, currency };
    const message = known ? "course-settings:errors.amount" : "form:invalid";
    context.addIssue({ code: "custom", path: [known ? "amount" : "currency"], message });
    return z.NEVER;
  });

const wholeNumber = (least: number, most: number) => z.coerce.number().pipe(z.int().min(least).max(most));
const seats = wholeNumber(1, 1_000_000).optional();
const moments = { opensAt: z.string().optional(), closesAt: z.string().optional(), timeZone: z.string().max(60) };

type Context = { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void };

/** The moment that was typed in a field, or null; says what is wrong with it. */
function readMoment(context: Context, field: string, { typed, timeZone }: { typed?: string; timeZone: string }) {
  if (typed === undefined) return null;
  const moment = momentOf(typed, timeZone);
  if (moment === null) context.addIssue({ code: "custom", path: [field], message: "form:invalid" });
  return moment === null ? null : new Date(moment);
}

function readWindow(context: Context, given: { opensAt?: string; closesAt?: string; timeZone: string }) {
  const { timeZone } = given;
  const enrolmentOpensAt = readMoment(context, "opensAt", { typed: given.opensAt, timeZone });
  const enrolmentClosesAt = readMoment(context, "closesAt", { typed: given.closesAt, timeZone });
  if (enrolmentOpensAt && enrolmentClosesAt && enrolmentOpensAt >= enrolmentClosesAt) {
    context.addIssue({ code: "custom", path: ["closesAt"], message: "course-settings:errors.closesFirst" });
  }
  return { enrolmentOpensAt, enrolmentClosesAt };
}

export const enrolmentSchema = z
  .object({ seats, selfPaced: z.literal("on").optional(), ...moments })
  .transform((given, context) => ({
    seats: given.seats ?? null,
    selfPaced: given.selfPaced === "on",
    ...readWindow(context, given),
  }));

function saidNames(names: Partial<Record<Locale, string | undefined>>): Translated {
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}

/** A dated run, its name in fields called `names.ar`; the language in which the course is written must have one. */
export function cohortSchema(source: Locale) {
  return z
    .object({
      id: z.uuid().optional(),
      names: z.partialRecord(localeSchema, orNothing(line)).default({}).transform(saidNames),
      startsAt: z.string(),
      endsAt: z.string(),
      seats,
      ...moments,
    })
    .transform((given, context) => {
      const { id, names, timeZone } = given;
      if (!names[source]) context.addIssue({ code: "custom", path: ["names", source], message: "form:required" });
      const startsAt = readMoment(context, "startsAt", { typed: given.startsAt, timeZone });
      const endsAt = readMoment(context, "endsAt", { typed: given.endsAt, timeZone });
      if (startsAt && endsAt && startsAt >= endsAt) {
        context.addIssue({ code: "custom", path: ["endsAt"], message: "course-settings:errors.endsFirst" });
      }
      const window = readWindow(context, given);
      if (!startsAt || !endsAt) return z.NEVER;
      return { id, names, startsAt, endsAt, seats: given.seats ?? null, ...window };
    });
}

export const prerequisiteSchema = z.object({ prerequisite: z.string().regex(/^[a-z0-9-]{1,100}$/) });

export const completionSchema = z.object({
  completionRule: z.enum(CompletionRule),
  watchThreshold: wholeNumber(1, 100),
  accessDays: wholeNumber(1, 3_650).optional(),
  dropLowest: wholeNumber(0, 50).default(0),
});

export type EnrolmentSettings = z.output<typeof enrolmentSchema>;
export type CohortSettings = z.output<ReturnType<typeof cohortSchema>>;
export type CompletionSettings = z.output<typeof completionSchema>;
