import type { LessonNode } from "../lesson-node.ts";
import { alignTranslation, lineState, needsWork } from "./align-translation.ts";
import type { TranslationBasis } from "./translation-basis.ts";

/** How far a translation is: blocks, title and summary that were changed in the source since, and that are missing. */
export type TranslationStanding =
  | { state: "none" }
  | { state: "current" }
  | { state: "behind"; stale: number; missing: number };

type Text = { title: string; summary: string; document: LessonNode };

/** How far a translation that was begun is. Both documents are canonical. */
export function standingOf({
  source,
  translation,
  basis,
}: {
  source: Text;
  translation: Text;
  basis: TranslationBasis | null;
}): TranslationStanding {
  const { rows } = alignTranslation({ source: source.document, translation: translation.document, basis });
  const lines = (["title", "summary"] as const).map((kind) =>
    lineState({ source: source[kind], translation: translation[kind], before: basis?.[kind] ?? null }),
  );
  const missing = [...lines, ...rows.map(({ state }) => state)].filter((state) => state === "missing").length;
  const stale = rows.filter((row) => needsWork(row) && row.state !== "missing").length;
  const staleLines = lines.filter((state) => state === "stale").length;
  if (missing + stale + staleLines === 0) return { state: "current" };
  return { state: "behind", stale: stale + staleLines, missing };
}
