import { LRUCache } from "lru-cache";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { type Paper, paperSchema } from "./paper.ts";

type Held = { paper: Paper; userId: string; enrolmentId: string; lessonId: string };

// A paper never changes and never passes to somebody else.
const papers = new LRUCache<string, Held>({ max: 10_000 });

/** The paper of an attempt and whose it is. Throws 404 where there is none. */
export async function unsafeLoadPaper(db: DbOrTx, attemptId: string): Promise<Held> {
  const known = papers.get(attemptId);
  if (known) return known;
  const row = await db.attempt.findUnique({
    where: { id: attemptId },
    select: { paper: true, enrolmentId: true, lessonId: true, enrolment: { select: { userId: true } } },
  });
  if (!row) throw notFound();
  const { enrolmentId, lessonId } = row;
  const held = { paper: paperSchema.parse(row.paper), userId: row.enrolment.userId, enrolmentId, lessonId };
  papers.set(attemptId, held);
  return held;
}

/** The paper of an attempt of this person. Throws 404 where it is another's. */
export async function loadOwnPaper(
  db: DbOrTx,
  { attemptId, userId }: { attemptId: string; userId: string },
): Promise<Held> {
  const held = await unsafeLoadPaper(db, attemptId);
  if (held.userId !== userId) throw notFound();
  return held;
}
