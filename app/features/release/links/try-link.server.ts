import { fetchOutside, type OutsideOptions } from "#app/platform/http/fetch-outside.server.ts";

/** Answers of sites that are there and do not speak with programs. */
const RESERVED = new Set([401, 403, 405, 406, 429]);

export type TryLinkOptions = Pick<OutsideOptions, "mayAsk" | "ports" | "timeoutMs">;

/**
 * Whether an address outside the academy answers: null where it does, else a status of HTTP as digits, or `away`,
 * `timeout`, `notPublic`, `redirects`. Nothing of the answer's body is read.
 */
export async function tryLink(address: string, options: TryLinkOptions = {}): Promise<string | null> {
  const answer = await fetchOutside(address, { ...options, headers: { "User-Agent": "Maqdis link check" } });
  if ("failure" in answer) return answer.failure;
  const { status } = answer;
  return status < 300 || status === 304 || RESERVED.has(status) ? null : String(status);
}
