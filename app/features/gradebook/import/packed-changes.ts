import { z } from "zod";
import { jsonField } from "#app/platform/http/json-field.ts";
import type { GradeChange } from "./plan-import.ts";

const share = z.int().min(0).max(10_000);
const packedSchema = z.object({
  lessons: z.array(z.uuid()).max(1_000),
  /** By enrolment: the lesson's place among `lessons`, what its grade was, and what it is to be. */
  rows: z
    .array(z.tuple([z.uuid(), z.array(z.tuple([z.int().min(0), share.nullable(), share])).max(1_000)]))
    .max(20_000),
});

/** A change as it is taken; shares in hundredths of a percent. */
export type PackedChange = Pick<GradeChange, "enrolmentId" | "lessonId" | "from" | "to">;

/** Changes as a form carries them from the look at a file to its taking. */
export function packChanges(changes: readonly PackedChange[]): string {
  const lessons = [...new Set(changes.map(({ lessonId }) => lessonId))];
  const byEnrolment = Map.groupBy(changes, ({ enrolmentId }) => enrolmentId);
  const rows = [...byEnrolment].map(([enrolmentId, own]) => [
    enrolmentId,
    own.map(({ lessonId, from, to }) => [lessons.indexOf(lessonId), from, to]),
  ]);
  return JSON.stringify({ lessons, rows });
}

/** What `packChanges` made, out of a form's field. */
export const packedChangesSchema = jsonField(packedSchema, { longest: 16_000_000 })
  .refine(({ rows }) => new Set(rows.map(([enrolmentId]) => enrolmentId)).size === rows.length)
  .refine(({ rows }) => rows.every(([, own]) => new Set(own.map(([place]) => place)).size === own.length))
  .refine(({ lessons }) => new Set(lessons).size === lessons.length)
  .transform(({ lessons, rows }, context): PackedChange[] =>
    rows.flatMap(([enrolmentId, own]) =>
      own.flatMap(([place, from, to]) => {
        const lessonId = lessons[place];
        if (lessonId) return [{ enrolmentId, lessonId, from, to }];
        context.addIssue({ code: "custom", message: "form:invalid" });
        return [];
      }),
    ),
  );
