import { openKeptStore } from "#app/platform/browser/kept-store.ts";
import type { KeptText } from "./saver-state.ts";
import type { TextAddress } from "./send-text.ts";

const store = openKeptStore<KeptText>("maqdis-lesson-editor", "texts");

const lockOf = (tab: string) => `lesson-text/${tab}`;
const keyOf = (prefix: string, tab: string) => `${prefix}${tab}`;

/** Whose text, and which: a device may be shared, and one person may have it open in several tabs. */
export const prefixOf = (owner: string, { course, lesson, locale }: TextAddress) =>
  `${owner}/${course}/${lesson}/${locale}/`;

/** Says to the other tabs of this browser that this one lives, until it ends. */
export function holdTab(tab: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  void navigator.locks?.request(lockOf(tab), () => promise).catch(() => undefined);
  return resolve;
}

async function findLivingTabs(): Promise<Set<string>> {
  const held = (await navigator.locks?.query().catch(() => undefined))?.held ?? [];
  return new Set(held.flatMap(({ name }) => (name ? [name] : [])));
}

/** Keeps the work of a tab, or lets it go where there is none. */
export function keepText(place: { prefix: string; tab: string }, kept: KeptText | null): Promise<void> {
  const key = keyOf(place.prefix, place.tab);
  return kept ? store.keep(key, kept) : store.forget(key);
}

/** The work of tabs that ended before the server had it, oldest first. `forget` is called once it is in hand. */
export async function findLeftTexts(prefix: string): Promise<{ kept: KeptText; forget: () => Promise<void> }[]> {
  const [left, living] = await Promise.all([store.readUnder(prefix), findLivingTabs()]);
  return left
    .filter(([key]) => !living.has(lockOf(key.slice(prefix.length))))
    .sort(([, one], [, other]) => one.at - other.at)
    .map(([key, kept]) => ({ kept, forget: () => store.forget(key) }));
}
