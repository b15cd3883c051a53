/** Where what was fetched last is kept on the device, so that files can be checked while the line is dead. */
const KEPT = "verify-evidence";
const SEEN_AT = "X-Seen-At";

/** How long the academy may take to answer, in milliseconds. */
const PATIENCE = 8_000;

/** How many lists are kept at most: each tells of 131 072 certificates. */
export const MOST_KEPT = 64;

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
async function ask(path: string, credentials: RequestCredentials): Promise<string | undefined> {
  const answer = await fetch(path, { cache: "no-cache", credentials, signal: AbortSignal.timeout(PATIENCE) });
  if (answer.ok) return answer.text();
  if (answer.status === 404) return undefined;
  throw new Error(`${path} answered ${answer.status}`);
}

/** Drops what was kept longest ago beyond the most that is kept; never the keys, without which nothing can be checked. */
async function dropOldest(kept: Cache): Promise<void> {
  const lists = (await kept.keys()).filter(({ url }) => !url.endsWith(DID_DOCUMENT));
  await Promise.all(lists.slice(0, -MOST_KEPT).map((list) => kept.delete(list)));
}

async function keep(kept: Cache, { path, text, seenAt }: { path: string; text: string; seenAt: Date }): Promise<void> {
  await kept.put(path, new Response(text, { headers: { [SEEN_AT]: seenAt.toISOString() } }));
  await dropOldest(kept);
}

/**
 * Asks the academy for a path of its own that is the same for everybody, as somebody unknown to it, and keeps the
 * answer. On a dead line gives what was kept last; undefined where there is nothing.
 */
export async function fetchEvidence(path: string): Promise<Evidence | undefined> {
  const kept = await openKept();
  try {
    const text = await ask(path, "omit");
    if (text === undefined) return undefined;
    const seenAt = new Date();
    if (kept) await keep(kept, { path, text, seenAt });
    return { text, seenAt, fresh: true };
  } catch {
    const last = await kept?.match(path);
    if (!last) return undefined;
    return { text: await last.text(), seenAt: new Date(last.headers.get(SEEN_AT) ?? 0), fresh: false };
  }
}

/** What a path of the academy answers the reader now, who may see more than others: its text, `none` where there is nothing, `away` on a dead line. */
export async function askNow(path: string): Promise<{ text: string } | "none" | "away"> {
  try {
    const text = await ask(path, "same-origin");
    return text === undefined ? "none" : { text };
  } catch {
    return "away";
  }
}
