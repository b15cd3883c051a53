/** Where what was fetched last is kept on the device, so that files can be checked while the line is dead. */
const KEPT = "verify-evidence";
const SEEN_AT = "X-Seen-At";

/** How long the academy may take to answer, in milliseconds. */
const PATIENCE = 8_000;

/** The addresses of the academy's own evidence. */
export const DID_DOCUMENT = "/.well-known/did.json";
export const statusListAddress = (list: number) => `/credentials/status/${list}`;

/** A text that the academy publishes. `fresh` where it was asked just now, else it is as of `seenAt`. */
export type Evidence = { text: string; seenAt: Date; fresh: boolean };

/** Without TLS browsers keep nothing for pages. */
async function openKept(): Promise<Cache | undefined> {
  return typeof caches === "undefined" ? undefined : caches.open(KEPT).catch(() => undefined);
}

/** What a path of the academy answers; undefined where it answers that there is nothing. Rejects on a dead line. */
async function ask(path: string): Promise<string | undefined> {
  const answer = await fetch(path, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
  if (answer.ok) return answer.text();
  if (answer.status === 404) return undefined;
  throw new Error(`${path} answered ${answer.status}`);
}

/**
 * Asks the academy for a path of its own and keeps the answer. On a dead line gives what was kept last; undefined where
 * there is nothing.
 */
export async function fetchEvidence(path: string): Promise<Evidence | undefined> {
  const kept = await openKept();
  try {
    const text = await ask(path);
    if (text === undefined) return undefined;
    const seenAt = new Date();
    await kept?.put(path, new Response(text, { headers: { [SEEN_AT]: seenAt.toISOString() } }));
    return { text, seenAt, fresh: true };
  } catch {
    const last = await kept?.match(path);
    if (!last) return undefined;
    return { text: await last.text(), seenAt: new Date(last.headers.get(SEEN_AT) ?? 0), fresh: false };
  }
}

/** What a path of the academy answers now: its text, `none` where there is nothing, `away` on a dead line. */
export async function askNow(path: string): Promise<{ text: string } | "none" | "away"> {
  try {
    const text = await ask(path);
    return text === undefined ? "none" : { text };
  } catch {
    return "away";
  }
}
