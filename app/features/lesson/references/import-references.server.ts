import { z } from "zod";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { writeBibtex } from "./cite-library.server.ts";
import { loadCourseReferencesUnsafe } from "./load-course-references.server.ts";
import { formatOfWorks, readWorkFile } from "./read-works.server.ts";
import type { CslItem } from "./reference-schema.ts";

/** The most that is read at once, in letters. */
export const LONGEST_IMPORT = 1_000_000;
const MOST_WORKS = 5_000;

export type ImportedWork = {
  name: string;
  outcome: "taken" | "takenWithLoss" | "same" | "refused";
  lost: string[];
  /** A key under reference:refusals. */
  reason: string | null;
};

type Context = Pick<PersonContext, "db" | "actor">;
const jsonSchema = z.record(z.string(), z.json());

const canonical = (item: CslItem) => JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/**
 * Takes works written in BibTeX, RIS or CSL-JSON into a course's bibliography, and tells of each what became of it. A
 * work whose key another has is refused. Throws `unreadableFile` where nothing can be read.
 */
export async function importReferences(
  ctx: Context,
  { course: slug, text }: { course: string; text: string },
): Promise<ImportedWork[]> {
  const course = await openCourseDraft(ctx, { course: slug });
  const works = readWorkFile(text, formatOfWorks(text));
  if (!works)
    throw new ExpectedError({ code: "unreadableFile", messageKey: "reference:errors.unreadableFile", status: 422 });
  return inTransaction(ctx.db, async (tx) => {
    const held = await loadCourseReferencesUnsafe(tx, { courseId: course.id });
    const known = new Map(held.map((item) => [item.id, item]));
    const added: CslItem[] = [];
    const outcomes = works.map((work): ImportedWork => {
      if (!("item" in work)) return { name: work.name, outcome: "refused", lost: [], reason: work.reason };
      const { item, lost } = work;
      const name = item.title;
      const there = known.get(item.id);
      if (there && canonical(there) === canonical(item)) return { name, outcome: "same", lost: [], reason: null };
      if (there) return { name, outcome: "refused", lost: [], reason: "keyTaken" };
      if (known.size >= MOST_WORKS) return { name, outcome: "refused", lost: [], reason: "tooMany" };
      known.set(item.id, item);
      added.push(item);
      return { name, outcome: lost.length > 0 ? "takenWithLoss" : "taken", lost, reason: null };
    });
    await tx.courseReference.createMany({
      data: added.map((item) => ({ courseId: course.id, key: item.id, csl: jsonSchema.parse(item) })),
    });
    return outcomes;
  });
}

/** A course's bibliography as a file. Throws 404 for who may not edit the course. */
export async function exportReferences(
  ctx: Context,
  { course: slug, format }: { course: string; format: "csl" | "bibtex" },
): Promise<{ name: string; contentType: string; text: string }> {
  const course = await openCourseDraft(ctx, { course: slug });
  const items = await loadCourseReferencesUnsafe(ctx.db, { courseId: course.id });
  if (format === "bibtex") {
    const text = items.length === 0 ? "" : writeBibtex(items);
    return { name: `${course.slug}.bib`, contentType: "application/x-bibtex; charset=utf-8", text };
  }
  const text = `${JSON.stringify(items, null, 2)}\n`;
  return { name: `${course.slug}.json`, contentType: "application/vnd.citationstyles.csl+json; charset=utf-8", text };
}
