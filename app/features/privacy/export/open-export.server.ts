import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { exportKey } from "./export-key.ts";

/** The archive that a person asked for, for herself alone. Throws 404 to others, and once its time is over. */
export async function openExport(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { exportId }: { exportId: string },
) {
  const row = await db.dataExport.findFirst({
    where: { id: exportId, userId: actor.id, state: "ready", expiresAt: { gt: clock.now() } },
    select: { id: true, readyAt: true },
  });
  const key = exportKey(exportId);
  const found = row && (await largeFiles().find(key));
  if (!found) throw notFound();
  return {
    name: exportId,
    fileName: `maqdis-${row.readyAt?.toISOString().slice(0, 10) ?? "data"}.zip`,
    contentType: "application/zip",
    bytes: found.bytes,
    modifiedAt: found.modifiedAt,
    stream: (from: number, to: number) => largeFiles().stream(key, from, to),
  };
}
