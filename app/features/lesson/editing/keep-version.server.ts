import type { Tx } from "#app/platform/db/client.server.ts";
import type { TextVersionCause } from "#app/platform/db/generated/enums.ts";
import { isSameContent, storedDocumentSchema, type TextContent, type TextPlace } from "./text-content.ts";

/** What one person writes within so many milliseconds is one version. */
export const VERSION_SPAN = 10 * 60_000;

function findLast(tx: Tx, place: TextPlace) {
  return tx.lessonTextVersion.findFirst({ where: place, orderBy: [{ savedAt: "desc" }, { id: "desc" }] });
}

/**
 * Writes into the history of a text what stands before a change and no version has yet: what a package brought, or what
 * was written before histories were kept.
 */
export async function keepWhatStands(tx: Tx, place: TextPlace): Promise<void> {
  const stands = await tx.lessonText.findUnique({ where: { lessonId_locale: place } });
  if (!stands) return;
  const last = await findLast(tx, place);
  if (last && isSameContent(last, stands)) return;
  const { title, summary, updatedAt } = stands;
  const document = storedDocumentSchema.parse(stands.document);
  const times = { startedAt: updatedAt, savedAt: updatedAt };
  await tx.lessonTextVersion.create({ data: { ...place, title, summary, document, cause: "imported", ...times } });
}

/**
 * Writes a text that was just saved into its history. What one person writes within `VERSION_SPAN` is one version; what
 * was restored, merged or imported is one of its own.
 */
export async function keepVersion(
  tx: Tx,
  {
    place,
    content,
    cause,
    authorId,
    at,
  }: { place: TextPlace; content: TextContent; cause: TextVersionCause; authorId: string; at: Date },
): Promise<void> {
  const last = await findLast(tx, place);
  const goesOn =
    cause === "written" &&
    last?.cause === "written" &&
    last.authorId === authorId &&
    at.getTime() - last.startedAt.getTime() <= VERSION_SPAN;
  if (goesOn) {
    await tx.lessonTextVersion.update({ where: { id: last.id }, data: { ...content, savedAt: at } });
    return;
  }
  await tx.lessonTextVersion.create({
    data: { ...place, ...content, cause, authorId, startedAt: at, savedAt: at },
  });
}
