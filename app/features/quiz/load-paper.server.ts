import { LRUCache } from "lru-cache";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { type Paper, type PaperOutline, paperSchema } from "./paper.ts";

type Whose = { userId: string; enrolmentId: string; lessonId: string };
type Held = Whose & { paper: Paper };
type HeldOutline = Whose & { outline: PaperOutline };

// A paper never changes and never passes to somebody else. Of a whole evening only outlines are kept: what papers show
// is a hundred times as large, and is asked for once, right after the paper was made.
const papers = new LRUCache<string, Held>({ max: 300 });
const outlines = new LRUCache<string, HeldOutline>({ max: 20_000 });

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
  rememberPaper(attemptId, held);
  return held;
}

/** Saves the next who ask for this paper the reading of it. */
export function rememberPaper(attemptId: string, held: Held): void {
  const { paper, ...whose } = held;
  papers.set(attemptId, held);
  outlines.set(attemptId, { ...whose, outline: outlineOf(paper) });
}

function outlineOf({ rules, slots }: Paper): PaperOutline {
  return { rules, slots: slots.map(({ shown: _, ...slot }) => slot) };
}

/** What saving and grading need of the paper of an attempt, and whose it is. Throws 404 where there is none. */
export async function unsafeLoadOutline(db: DbOrTx, attemptId: string): Promise<HeldOutline> {
  const known = outlines.get(attemptId);
  if (known) return known;
  const { paper, ...whose } = await unsafeLoadPaper(db, attemptId);
  return { ...whose, outline: outlineOf(paper) };
}

/** The same for an attempt of this person. Throws 404 where it is another's. */
export async function loadOwnOutline(
  db: DbOrTx,
  { attemptId, userId }: { attemptId: string; userId: string },
): Promise<HeldOutline> {
  const held = await unsafeLoadOutline(db, attemptId);
  if (held.userId !== userId) throw notFound();
  return held;
}
