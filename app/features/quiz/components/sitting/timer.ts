/** Milliseconds without an edit after which the last one is sent. */
const QUIET = 600;
/** While edits go on, so long after the first of them. */
const LONGEST = 4_000;
/** So long another tab is given to send its own. */
const OTHERS = 5_000;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

export type Timer = ReturnType<typeof createTimer>;

/** When to send: soon after an edit, not at every key, and with growing patience where it fails. */
export function createTimer(run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstEdit: number | undefined;
  let notBefore = 0;
  let failures = 0;

  const fire = () => {
    firstEdit = undefined;
    run();
  };
  const dueAfter = (what: "edit" | "others", now: number): number => {
    if (what === "others") return now + OTHERS;
    firstEdit ??= now;
    return Math.min(now + QUIET, firstEdit + LONGEST);
  };
  return {
    after: (what: "edit" | "others") => {
      const now = performance.now();
      clearTimeout(timer);
      timer = setTimeout(fire, Math.max(dueAfter(what, now) - now, notBefore - now, 0));
    },
    succeed: () => {
      failures = 0;
      notBefore = 0;
    },
    /** Those that failed together do not come back together. */
    fail: () => {
      const wait = Math.min(FIRST_RETRY * 2 ** failures, LAST_RETRY);
      failures += 1;
      notBefore = performance.now() + wait * (0.5 + Math.random() / 2);
    },
    stop: () => clearTimeout(timer),
  };
}
