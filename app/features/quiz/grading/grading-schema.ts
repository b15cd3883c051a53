import { z } from "zod";
import { partIdSchema } from "../question-types/body-parts.ts";

/** What `SlotGrade.rubric` holds: by criterion the level that was chosen, or points where it has no levels. */
export const givenRubricSchema = z.record(partIdSchema, z.union([partIdSchema, z.number().min(0)]));

export type GivenRubric = z.infer<typeof givenRubricSchema>;

export const slotAddressSchema = z.object({
  course: z.string(),
  attempt: z.uuid(),
  slot: z.coerce.number().int().min(1).max(10_000),
});

const typedNumber = z.string().trim().max(80);

/** A grade as a form sends it. */
export const gradeFormSchema = z.object({
  /** When the grade that the form was filled from was given; empty where there was none. */
  seen: z.string().max(40).default(""),
  /** Levels chosen, by criterion. */
  levels: z.record(partIdSchema, partIdSchema).default({}),
  /** Points typed, by criterion. */
  given: z.record(partIdSchema, typedNumber).default({}),
  /** Points typed where there is no rubric. */
  points: typedNumber.optional(),
  comment: z.string().trim().max(10_000).default(""),
});

export type GradeForm = z.infer<typeof gradeFormSchema>;

const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

/** What the queue can be asked by. A form sends what is not chosen as empty. */
export const queueChoiceSchema = z.object({
  state: unlessEmpty(z.enum(["waiting", "graded"]).default("waiting")),
  quiz: unlessEmpty(z.uuid().optional()),
  question: unlessEmpty(z.uuid().optional()),
  attempt: unlessEmpty(z.uuid().optional()),
  after: z.string().max(120).optional(),
});

export type QueueChoice = z.infer<typeof queueChoiceSchema>;
