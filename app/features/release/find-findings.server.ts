import type { DraftToRelease } from "#app/features/lesson/draft-to-release.ts";
import type { FrozenBodies } from "#app/features/lesson/frozen-bodies.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { Finding } from "./checks/checked-draft.ts";
import { checkDraft } from "./checks/registry.ts";
import { readCheckedDraft } from "./read-checked-draft.server.ts";

/** All that is wrong with a draft, errors first; `bodies` are its lessons' as they would be frozen. */
export async function findFindings(
  tx: Tx,
  draft: { course: DraftToRelease; bodies: FrozenBodies[] },
): Promise<Finding[]> {
  return checkDraft(await readCheckedDraft(tx, draft));
}
