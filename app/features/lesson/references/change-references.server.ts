import { z } from "zod";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findCitingTexts } from "./find-references.server.ts";
import { itemOfForm, type ReferenceForm } from "./reference-form.ts";
import { cslItemSchema } from "./reference-schema.ts";

type Context = Pick<PersonContext, "db" | "actor">;

const MOST_WORKS = 5_000;
const jsonSchema = z.record(z.string(), z.json());

const refused = (code: string, values = {}) =>
  new ExpectedError({ code, messageKey: `reference:errors.${code}`, status: 422, values });

/**
 * Writes a work into a course's bibliography, or changes the one whose key `existing` is; a key stays as it is, since
 * lessons name it. Throws `keyTaken`, `badKey`, `badWork` with the field that is wrong, and `tooMany`.
 */
export async function saveReference(
  ctx: Context,
  { course: slug, form }: { course: string; form: ReferenceForm },
): Promise<{ key: string }> {
  const course = await openCourseDraft(ctx, { course: slug });
  return inTransaction(ctx.db, async (tx) => {
    const key = form.existing ?? form.key;
    if (key === undefined) throw refused("badKey");
    const where = { courseId_key: { courseId: course.id, key } };
    const found = await tx.courseReference.findUnique({ where, select: { csl: true } });
    if (form.existing !== undefined && !found) throw notFound();
    if (form.existing === undefined && found) throw refused("keyTaken", { key });
    const parsed = itemOfForm(form, found ? cslItemSchema.parse(found.csl) : undefined);
    if (!parsed.success) throw refused("badWork", { field: String(parsed.error.issues[0]?.path[0] ?? "") });
    const csl = jsonSchema.parse(parsed.data);
    if (found) await tx.courseReference.update({ where, data: { csl } });
    else {
      if ((await tx.courseReference.count({ where: { courseId: course.id } })) >= MOST_WORKS) throw refused("tooMany");
      await tx.courseReference.create({ data: { courseId: course.id, key, csl } });
    }
    return { key };
  });
}

/** Takes a work out of a course's bibliography. Throws `cited`, which names the lessons, while a text cites it. */
export async function deleteReference(
  ctx: Context,
  { course: slug, key }: { course: string; key: string },
): Promise<void> {
  const course = await openCourseDraft(ctx, { course: slug });
  await inTransaction(ctx.db, async (tx) => {
    const places = await findCitingTexts(tx, { courseId: course.id, keys: [key] });
    const lessons = [...new Set(places.map(({ lesson }) => lesson))];
    if (lessons.length > 0) throw refused("cited", { key, lessons: lessons.join(", ") });
    const { count } = await tx.courseReference.deleteMany({ where: { courseId: course.id, key } });
    if (count === 0) throw notFound();
  });
}
