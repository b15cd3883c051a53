/**
 * What came of sending:
 * - `taken`: the server has it, and this is its answer
 * - `away`: it could not be reached, or asks to be left alone for a while
 * - `signIn`: the session is over
 * - `refused`: it does not take this from whoever is signed in now, and `reason` is what it says of that
 */
export type Sent<Answer> =
  | { result: "taken"; answer: Answer }
  | { result: "away" | "signIn" }
  | { result: "refused"; status: number; reason?: unknown };

const AWAY = new Set([408, 425, 429]);

/** Posts JSON to the product's own server; never rejects. `signal` ends the wait for a line that is silent. */
export async function sendJson<Answer>(
  address: string,
  body: string,
  options: Pick<RequestInit, "keepalive" | "signal"> = {},
): Promise<Sent<Answer>> {
  const headers = { "Content-Type": "application/json" };
  try {
    const answer = await fetch(address, { method: "POST", headers, body, redirect: "manual", ...options });
    if (answer.ok) return { result: "taken", answer: await answer.json() };
    // A guest is sent to sign in, which a browser does not show.
    if (answer.type === "opaqueredirect" || answer.status < 400 || answer.status === 401) return { result: "signIn" };
    if (answer.status >= 500 || AWAY.has(answer.status)) return { result: "away" };
    return { result: "refused", status: answer.status, reason: await answer.json().catch(() => undefined) };
  } catch {
    return { result: "away" };
  }
}
