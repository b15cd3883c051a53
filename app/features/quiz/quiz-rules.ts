import { z } from "zod";
import { reveals } from "./quiz-rules-choices.ts";

export type Reveal = (typeof reveals)[number];

const timeSchema = z.iso.datetime().nullable();

const rulesShape = z.strictObject({
  minutes: z.int().min(1).max(1_440).nullable(),
  attempts: z.int().min(1).max(100).nullable(),
  counts: z.enum(["best", "last", "first", "average"]),
  passPercent: z.int().min(0).max(100),
  completesOn: z.enum(["passing", "submitting"]),
  shuffleQuestions: z.boolean(),
  shuffleChoices: z.boolean(),
  oneAtATime: z.boolean(),
  noGoingBack: z.boolean(),
  graceSeconds: z.int().min(0).max(600),
  opensAt: timeSchema,
  closesAt: timeSchema,
  password: z.string().min(1).max(100).nullable(),
  blindGrading: z.boolean(),
  revealAfterSubmitting: z.array(z.enum(reveals)),
  revealAfterClosing: z.array(z.enum(reveals)),
});

/**
 * How a quiz is sat and counted. Times in UTC, ISO 8601; `minutes` and `graceSeconds` as they say; `passPercent`
 * from 0 to 100.
 */
export const quizRulesSchema = rulesShape
  .refine(({ opensAt, closesAt }) => !opensAt || !closesAt || opensAt < closesAt, {
    path: ["closesAt"],
    message: "quiz:errors.closesBeforeItOpens",
  })
  .refine(({ oneAtATime, noGoingBack }) => oneAtATime || !noGoingBack, {
    path: ["noGoingBack"],
    message: "quiz:errors.noGoingBackNeedsOneAtATime",
  });

/** What a paper keeps of the rules: all but the password. */
export const paperRulesSchema = rulesShape.omit({ password: true });

export type QuizRules = z.infer<typeof quizRulesSchema>;

/** The rules of a quiz of which nothing else was said. */
export const usualRules: QuizRules = {
  minutes: null,
  attempts: null,
  counts: "best",
  passPercent: 60,
  completesOn: "passing",
  shuffleQuestions: false,
  shuffleChoices: true,
  oneAtATime: false,
  noGoingBack: false,
  graceSeconds: 60,
  opensAt: null,
  closesAt: null,
  password: null,
  blindGrading: false,
  revealAfterSubmitting: ["score", "marks", "remarks", "key"],
  revealAfterClosing: ["score", "marks", "remarks", "key"],
};
