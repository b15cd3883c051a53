import type { Tx } from "#app/platform/db/client.server.ts";
import type { DraftToRelease } from "./draft-to-release.ts";

/** Why a draft cannot be released as it is; `messageKey` names words that say it with `values`. */
export type ReleaseProblem = { code: string; messageKey: string; values: Record<string, string | number> };

/** The bodies of a draft's lessons of one kind, as a release is to keep them. */
export type FrozenBodies = {
  problems: ReleaseProblem[];
  /** Told apart by this, one entry for each lesson: two drafts with the same would show learners the same. */
  fingerprints: string[];
  /** Ids of the lessons whose body is another than in a release, of those that it has too. */
  changedSince: (releaseId: string) => Promise<string[]>;
  /** Keeps them with the release. Called only where there is no problem, in the transaction that read them. */
  write: (releaseId: string) => Promise<void>;
};

/** Reads the bodies of the lessons of one kind from a course's draft. */
export type FreezeBodies = (tx: Tx, course: DraftToRelease) => Promise<FrozenBodies>;
