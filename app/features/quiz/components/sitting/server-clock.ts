type Reading = {
  /** Milliseconds since 1970 by the server, at the moment that the other two name. */
  server: number;
  /** On the page's clock, which nobody sets and which may stand still while the device sleeps. */
  page: number;
  /** On the device's clock, which goes on then, and which anybody may set. */
  device: number;
  /** By how much `server` may be wrong, in milliseconds. */
  error: number;
};

/** What a reading loses in trust with each millisecond that goes by. */
const DRIFT = 0.000_1;
const SLEPT = 2_000;
const UNKNOWN = 60_000;

let best: Reading | undefined;

function timeBy({ server, page, device }: Reading): number {
  const elapsed = performance.now() - page;
  const elsewhere = Date.now() - device;
  return server + (elsewhere > elapsed + SLEPT ? elsewhere : elapsed);
}

/** Takes a reading unless the one that is held is the better one and agrees with it. */
function take(reading: Reading): void {
  if (best) {
    const trust = best.error + (performance.now() - best.page) * DRIFT;
    const agrees = Math.abs(timeBy(best) - timeBy(reading)) <= trust + reading.error;
    if (agrees && trust < reading.error) return;
  }
  best = reading;
}

/** Corrects the clock by a response that says when it was made; `sentAt` is of `performance.now()`. */
export function noteServerTime(server: number, { sentAt }: { sentAt: number }): void {
  const page = performance.now();
  const error = (page - sentAt) / 2;
  // It was made somewhere between question and answer.
  take({ server: server + error, page, device: Date.now(), error });
}

/**
 * Corrects the clock by what a page says of when it was made. How long ago that was nobody knows, so that it says only
 * that it is not earlier.
 */
export function notePageTime(server: number): void {
  if (best && server <= timeBy(best)) return;
  best = { server, page: performance.now(), device: Date.now(), error: UNKNOWN };
}

/** Milliseconds since 1970 by the server's clock, as well as the page knows it; undefined before anything is known. */
export function serverTime(): number | undefined {
  return best && timeBy(best);
}
