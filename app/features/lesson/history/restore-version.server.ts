import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { unsafeFindText } from "../editing/find-text.server.ts";
import { saveText } from "../editing/save-text.server.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { type HistoryAddress, openHistory } from "./open-history.server.ts";

/**
 * Makes the text of a version that of the lesson, as a version of its own: what stood before stays in the history.
 * Throws 404 where there is no such version or who asks may not edit the text, and `changedMeanwhile` where somebody
 * saves it at the same moment.
 */
export async function restoreVersion(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { version: id, ...address }: HistoryAddress & { version: string },
): Promise<{ updatedAt: Date }> {
  const { lesson, locale } = await openHistory(ctx, address);
  const place = { lessonId: lesson.id, locale };
  const version = await ctx.db.lessonTextVersion.findFirst({ where: { ...place, id } });
  if (!version) throw notFound();
  const stands = await unsafeFindText(ctx.db, place);
  const { title, summary } = version;
  return saveText(ctx, {
    ...{ course: address.course, lesson: address.lesson, locale, title, summary },
    document: lessonDocumentSchema.parse(version.document),
    before: stands?.updatedAt ?? null,
    cause: "restored",
  });
}
