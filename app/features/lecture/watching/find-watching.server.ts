import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { Seconds } from "../playback.ts";
import { readMultirange } from "./seconds.ts";

const rowSchema = z.object({ watched: z.string(), positionSeconds: z.number(), positionAt: z.date() });

/** What a learner played of a lecture, and where she was last; nothing and its beginning where she has not begun. */
export async function findWatching(
  db: Db,
  { enrolmentId, lessonId, lengthSeconds }: { enrolmentId: string; lessonId: string; lengthSeconds: number },
): Promise<{ covered: Seconds[]; positionSeconds: number; positionAt: number }> {
  const [row] = await queryRows(
    db,
    Prisma.sql`SELECT "watched"::text, "positionSeconds", "positionAt" FROM "Watching"
      WHERE "enrolmentId" = ${enrolmentId}::uuid AND "lessonId" = ${lessonId}::uuid
        AND "lengthSeconds" = ${lengthSeconds}`,
  );
  if (row === undefined) return { covered: [], positionSeconds: 0, positionAt: 0 };
  const { watched, positionSeconds, positionAt } = rowSchema.parse(row);
  return { covered: readMultirange(watched), positionSeconds, positionAt: positionAt.getTime() };
}
