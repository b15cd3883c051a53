/** So long a tab waits for another one, in milliseconds, before it takes it to be asleep. */
const WAIT = 20_000;

/**
 * Does some work while no other tab does work of this name. Where the browser knows no locks, or another tab does not
 * let go, it is done all the same: it must be harmless when done twice.
 */
export async function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  let begun = false;
  const begin = () => {
    begun = true;
    return work();
  };
  try {
    await locks.request(name, { signal: AbortSignal.timeout(WAIT) }, begin);
  } catch (error) {
    if (begun) throw error;
    await work();
  }
}
