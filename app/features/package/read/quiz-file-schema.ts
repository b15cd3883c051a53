import { z } from "zod";
import { quizRulesSchema, usualRules } from "#app/features/quiz/quiz-rules.ts";
import { idSchema, inSomeLocales, lineSchema } from "./package-text.ts";
import { categoryPathSchema, questionFileSchema } from "./question-file-schema.ts";
import { questionReason } from "./question-reason.ts";

const partIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, "must be up to 40 lower-case Latin letters, digits and hyphens");

/** In points; kept in thousandths. */
const pointsSchema = z
  .number()
  .min(0)
  .max(1_000)
  .refine((points) => Number.isInteger(Number((points * 1_000).toFixed(6))), "has more than three decimals");

const timeSchema = z.iso
  .datetime("must be a time in UTC, such as 2027-01-18T00:00:00Z")
  .transform((time) => new Date(time).toISOString())
  .nullable();

/** What is not said is as `usualRules` has it. */
const rulesSchema = z
  .record(z.string(), z.json())
  .default({})
  .transform((given, ctx) => {
    const times = z.looseObject({ opensAt: timeSchema.optional(), closesAt: timeSchema.optional() }).safeParse(given);
    const parsed = times.success ? quizRulesSchema.safeParse({ ...usualRules, ...times.data }) : times;
    if (parsed.success) return quizRulesSchema.parse({ ...usualRules, ...times.data });
    for (const issue of parsed.error.issues) {
      if (issue.code !== "unrecognized_keys") {
        ctx.addIssue({ code: "custom", path: issue.path, message: questionReason(issue.message) });
      } else for (const key of issue.keys) ctx.addIssue({ code: "custom", path: [key], message: "is not known here" });
    }
    return z.NEVER;
  });

const poolSchema = z.strictObject({
  category: categoryPathSchema.optional(),
  tags: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
});

const slotFacts = { id: partIdSchema, points: pointsSchema, draw: z.int().min(1).max(200).default(1) };

const slotSchema = z
  .strictObject({ ...slotFacts, question: idSchema.optional(), pool: poolSchema.optional() })
  .refine(({ question, pool }) => (question === undefined) !== (pool === undefined), "has one question, or one pool");

const sectionSchema = z.strictObject({
  id: partIdSchema,
  title: inSomeLocales(lineSchema),
  slots: z.array(slotSchema),
});

function twice(list: readonly { id: string }[]): number[] {
  return list.flatMap(({ id }, index) => (list.findIndex((other) => other.id === id) < index ? [index] : []));
}

/** quizzes/<lesson-slug>.yaml */
export const quizFileSchema = z
  .strictObject({
    format: z.literal("maqdis-quiz/1"),
    lesson: idSchema,
    rules: rulesSchema,
    sections: z.array(sectionSchema).min(1, "has no section").max(50),
    questions: z.array(questionFileSchema).max(2_000).default([]),
  })
  .superRefine(({ sections }, ctx) => {
    for (const index of twice(sections)) {
      ctx.addIssue({ code: "custom", path: ["sections", index, "id"], message: "stands twice" });
    }
    const places = sections.flatMap(({ slots }, section) => slots.map(({ id }, slot) => ({ id, section, slot })));
    for (const index of twice(places)) {
      const { section = 0, slot = 0 } = places[index] ?? {};
      ctx.addIssue({ code: "custom", path: ["sections", section, "slots", slot, "id"], message: "stands twice" });
    }
  });

export type QuizFile = z.output<typeof quizFileSchema>;
export type SlotFile = QuizFile["sections"][number]["slots"][number];
