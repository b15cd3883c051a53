import { sendJson } from "#app/platform/browser/send-json.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { SavedContent, TextContent } from "./text-content.ts";

export type SentText =
  | { result: "saved"; updatedAt: string }
  | { result: "conflict"; newest: SavedContent }
  | { result: "away" | "signIn" | "refused" };

export type TextAddress = { course: string; lesson: string; locale: Locale };

const addressOf = ({ course, lesson }: TextAddress) => `/resources/lesson-texts/${course}/${lesson}`;

/** Browsers send no more than 64 KB when a page is left, all that is on its way together. */
const MOST_WHEN_LEAVING = 60_000;

function isNewest(reason: unknown): reason is { newest: SavedContent } {
  return typeof reason === "object" && reason !== null && "newest" in reason && reason.newest !== null;
}

/** Sends a text over what it was made from; `owner` is the id of who wrote it. */
export async function sendText(
  address: TextAddress,
  text: TextContent & { before: string | null; owner: string },
  { leaving }: { leaving: boolean },
): Promise<SentText> {
  const body = JSON.stringify({ locale: address.locale, ...text });
  const keepalive = leaving && new Blob([body]).size < MOST_WHEN_LEAVING;
  const sent = await sendJson<{ updatedAt: string }>(addressOf(address), body, { keepalive });
  if (sent.result === "taken") return { result: "saved", updatedAt: sent.answer.updatedAt };
  if (sent.result !== "refused") return { result: sent.result };
  return isNewest(sent.reason) ? { result: "conflict", newest: sent.reason.newest } : { result: "refused" };
}

/** The text as it is saved now; undefined where it could not be asked for, or there is none. */
export async function findNewest(address: TextAddress): Promise<SavedContent | undefined> {
  try {
    const answer = await fetch(`${addressOf(address)}?language=${address.locale}`, { redirect: "manual" });
    if (!answer.ok) return undefined;
    const { newest }: { newest: SavedContent | null } = await answer.json();
    return newest ?? undefined;
  } catch {
    return undefined;
  }
}
