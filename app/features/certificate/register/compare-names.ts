/** A word of a name; `place` is where it stands in it. */
export type NamePart = { text: string; change: "same" | "gone" | "new"; place: number };

/** The length of the longest words that two names have in common from each place on. */
function commonFrom(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  return lengths;
}

const wordsOf = (name: string | null) => (name ?? "").split(/\s+/).filter(Boolean);

/**
 * Two spellings of a name word by word: what is gone from the old one and what is new in the other, the rest the same.
 * Whole words, as letters of Arabic that stand apart are not read.
 */
export function compareNames(before: string | null, after: string | null): { before: NamePart[]; after: NamePart[] } {
  const [old, wanted] = [wordsOf(before), wordsOf(after)];
  const common = commonFrom(old, wanted);
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  const parts: { before: NamePart[]; after: NamePart[] } = { before: [], after: [] };
  let [i, j] = [0, 0];
  while (i < old.length || j < wanted.length) {
    const [was, is] = [old[i], wanted[j]];
    if (was !== undefined && was === is) {
      parts.before.push({ text: was, change: "same", place: i });
      parts.after.push({ text: is, change: "same", place: j });
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.before.push({ text: was, change: "gone", place: i });
      i += 1;
    } else if (is !== undefined) {
      parts.after.push({ text: is, change: "new", place: j });
      j += 1;
    }
  }
  return parts;
}
