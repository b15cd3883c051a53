import { diffArrays } from "diff";

export type DifferencePiece = { kind: "same" | "added" | "removed"; text: string };

const TOKEN = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;
// Beyond this much work two texts have next to nothing in common.
const MOST_EDITS = 4_000;

/** What was taken out of a text and what was put in, word by word. */
export function wordDifference(before: string, after: string): DifferencePiece[] {
  const [old, now] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const changes = diffArrays<string>(old, now, { maxEditLength: MOST_EDITS });
  if (!changes)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}
