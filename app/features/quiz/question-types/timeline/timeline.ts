import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import {
  commonBody,
  commonTexts,
  everyIn,
  ids,
  markdownSchema,
  partIdSchema,
  partialSchema,
  refuseSameIds,
} from "../body-parts.ts";
import { graded, gradeParts, shareOfParts } from "../grade-parts.ts";
import type { QuestionType } from "../question-type.ts";
import { asShare } from "../rational.ts";
import { shuffledBlindly } from "../shuffle.ts";
import { yearsBetween } from "./years.ts";

/** Of the common era, negative before it. */
const yearSchema = z
  .int()
  .min(-10_000)
  .max(3_000)
  .refine((year) => year !== 0, "quiz:problems.noYearZero");

const bodySchema = z
  .strictObject({
    ...commonBody,
    /** The years from which the axis runs and to which. */
    axis: z.strictObject({ from: yearSchema, to: yearSchema }),
    /** In which calendar years are shown; they are always given in years of the common era. */
    calendar: z.enum(["gregorian", "hijri", "both"]),
    events: z
      .array(
        z.strictObject({
          id: partIdSchema,
          text: markdownSchema,
          year: yearSchema,
          /** How many years off is still right; none unless said. */
          tolerance: z.int().min(0).max(5_000).optional(),
        }),
      )
      .min(1)
      .max(30),
    partial: partialSchema,
  })
  .superRefine(({ axis, events }, issues) => {
    const refuse = (path: (string | number)[], message: string) => issues.addIssue({ code: "custom", path, message });
    refuseSameIds([[["events"], events]], issues);
    if (axis.to <= axis.from) refuse(["axis", "to"], "quiz:problems.endBeforeBeginning");
    for (const [index, { year }] of events.entries()) {
      if (year < axis.from || year > axis.to) refuse(["events", index, "year"], "quiz:problems.outsideAxis");
    }
  });

const answerSchema = z.strictObject({ years: z.record(partIdSchema, yearSchema) });

export type TimelineBody = z.infer<typeof bodySchema>;
export type TimelineAnswer = z.infer<typeof answerSchema>;
export type TimelineShown = {
  stem: Translated;
  axis: { from: number; to: number };
  calendar: "gregorian" | "hijri" | "both";
  events: { id: string; text: Translated }[];
};

/** Events to be placed in time. */
export const timeline: QuestionType<TimelineBody, TimelineShown, TimelineAnswer> = {
  name: "timeline",
  body: bodySchema,
  answer: answerSchema,
  start: (newId) => ({
    stem: {},
    axis: { from: 1, to: 2000 },
    calendar: "both",
    events: [{ id: newId(), text: {}, year: Number.NaN }],
    partial: "each",
  }),
  blank: { years: {} },
  // Authors write events as they happened: their order is never shown.
  show: ({ stem, axis, calendar, events }, { random, text }) => ({
    stem: text(stem),
    axis,
    calendar,
    events: shuffledBlindly(events, random).map((event) => ({ id: event.id, text: text(event.text) })),
  }),
  fits: ({ events }, { years }) => everyIn(Object.keys(years), ids(events)),
  isBlank: ({ years }) => Object.keys(years).length === 0,
  grade: (body, { years }) => {
    const { parts, right } = gradeParts(body.events, ({ id, year, tolerance = 0 }) => {
      const given = years[id];
      return given === undefined ? undefined : yearsBetween(given, year) <= tolerance;
    });
    return graded(body, { share: asShare(shareOfParts(right, body.events.length, body.partial)), parts });
  },
  key: ({ events }) => ({ years: Object.fromEntries(events.map(({ id, year }) => [id, year])) }),
  texts: (body) => [...commonTexts(body), ...body.events.map(({ text }) => text)],
  labels: () => [],
};
