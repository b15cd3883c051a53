/** `done` where the server has taken it, or says something else in its next page; `away` where it was not reached. */
export type Sent = "done" | "away";

/**
 * Posts a form of this page without leaving it, so that on a dead line the page stands as it is. What the server makes
 * of it is in the page's data, loaded anew.
 */
export async function sendIntent(fields: Record<string, string>): Promise<Sent> {
  try {
    const body = new URLSearchParams(fields);
    const answer = await fetch(window.location.pathname, { method: "POST", body, redirect: "manual" });
    return answer.status >= 500 || answer.status === 429 ? "away" : "done";
  } catch {
    return "away";
  }
}
