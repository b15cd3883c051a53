import type { BlockInsert } from "../../blocks/block-editor.ts";

// Vowel signs, accents and tatweel do not tell what is sought apart; nor do the forms of alef.
const UNSAID = /[\p{Mn}\u0640]/gu;
const ALEF = /[\u0623\u0625\u0622\u0671]/g;

function plain(text: string): string {
  return text.normalize("NFD").replace(UNSAID, "").normalize("NFC").replace(ALEF, "\u0627").toLowerCase();
}

/** How well a name answers what is sought: 0 begins with it, 1 has a word that does, 2 holds it; nothing where not. */
function fitOf(name: string, sought: string): number | undefined {
  const said = plain(name);
  if (said.startsWith(sought)) return 0;
  const words = said.split(/[\s/]+/).map((word) => word.replace(/^ال/, ""));
  if (words.some((word) => word.startsWith(sought.replace(/^ال/, "")))) return 1;
  return said.includes(sought) ? 2 : undefined;
}

/**
 * The entries of the menu of blocks that answer what is sought, by their names in the interface's language or by their
 * Latin words, the best first.
 */
export function filterInserts(
  inserts: readonly BlockInsert[],
  { query, name }: { query: string; name: (insert: BlockInsert) => string },
): BlockInsert[] {
  const sought = plain(query.trim());
  if (sought === "") return [...inserts];
  const found = inserts.flatMap((insert) => {
    const fits = [name(insert), ...(insert.keywords ?? [])].map((word) => fitOf(word, sought) ?? 3);
    const fit = Math.min(...fits);
    return fit < 3 ? [{ insert, fit }] : [];
  });
  return found.sort((a, b) => a.fit - b.fit).map(({ insert }) => insert);
}
