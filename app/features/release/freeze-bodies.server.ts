import { freezeLectures } from "#app/features/lecture/freeze-lectures.server.ts";
import type { DraftToRelease } from "#app/features/lesson/draft-to-release.ts";
import type { FreezeBodies, FrozenBodies } from "#app/features/lesson/frozen-bodies.ts";
import { freezeCitations } from "#app/features/lesson/references/freeze-citations.server.ts";
import { freezeQuizzes } from "#app/features/quiz/freeze-quizzes.server.ts";
import { freezeSelfChecks } from "#app/features/quiz/self-check/freeze-self-checks.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";

/** One for each kind of lesson that has a body besides its text, and for what texts lean on. */
const freezers: FreezeBodies[] = [freezeLectures, freezeQuizzes, freezeSelfChecks, freezeCitations];

/** The bodies of all lessons of a draft, kind by kind. */
export async function freezeBodies(tx: Tx, course: DraftToRelease): Promise<FrozenBodies[]> {
  const frozen: FrozenBodies[] = [];
  for (const freeze of freezers) frozen.push(await freeze(tx, course));
  return frozen;
}
