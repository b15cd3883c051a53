export const attemptSorts = ["latest", "highest", "lowest", "name"] as const;
export const attemptStates = ["open", "waiting", "passed", "failed", "voided"] as const;

/** What the list of attempts is asked by. */
export type AttemptChoice = {
  sort: (typeof attemptSorts)[number];
  state?: (typeof attemptStates)[number] | undefined;
  after?: string | undefined;
};
