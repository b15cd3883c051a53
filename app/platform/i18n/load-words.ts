import { defaultLocale, isLocale } from "./locales.ts";
import { type MessageGroup, messageGroupOf } from "./message-group.ts";
import { withOwnWords } from "./own-words.ts";
import { type MessageTree, readWords, type Words } from "./read-words.ts";

/** Addresses of the words of one language, by group. */
export type MessageHrefs = Record<MessageGroup, string>;

const messages: { [file: string]: MessageTree } = {};
const held = new Set<MessageGroup>();

function readHref(group: MessageGroup): string {
  const hrefs: Partial<MessageHrefs> = JSON.parse(document.documentElement.dataset.words ?? "{}");
  return hrefs[group] ?? "";
}

function isHeld(group: MessageGroup): boolean {
  return held.has(group) || held.has("staff") || (group === "reader" && held.size > 0);
}

/** Sees to it that the browser has the words of the page at a path. Rejects when they cannot be fetched. */
export async function fetchWordsFor(pathname: string): Promise<void> {
  const group = messageGroupOf(pathname);
  if (isHeld(group)) return;
  const answer = await fetch(readHref(group));
  if (!answer.ok) throw new Error(`The words answered ${answer.status}`);
  Object.assign(messages, await answer.json());
  held.add(group);
}

/** The words of the document that is open; those of other groups join them as they are fetched. */
export async function openWords(): Promise<Words> {
  const { lang, dataset } = document.documentElement;
  const locale = isLocale(lang) ? lang : defaultLocale;
  const digits = dataset.digits === "latin" || dataset.digits === "eastern" ? dataset.digits : "automatic";
  await fetchWordsFor(window.location.pathname);
  return withOwnWords(readWords({ locale, digits, messages }), JSON.parse(dataset.said ?? "{}"));
}
