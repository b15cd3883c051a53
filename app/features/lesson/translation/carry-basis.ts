import type { LessonNode } from "../lesson-node.ts";
import { presumeBlocks } from "./align-translation.ts";
import { matchParts } from "./match-parts.ts";
import { splitDocument } from "./split-document.ts";
import type { TranslationBasis } from "./translation-basis.ts";

type Text = { title: string; summary: string; document: LessonNode };

/**
 * The basis of a translation that was edited as a whole: each block keeps what it was translated from, wherever it
 * went and however it was edited; what is new has none.
 */
export function carryBasis<Basis extends Pick<TranslationBasis, "blocks">>({
  before,
  after,
  basis,
}: {
  before: LessonNode;
  after: LessonNode;
  basis: Basis;
}): Basis {
  const parts = splitDocument(after);
  const old = splitDocument(before);
  const blocks: TranslationBasis["blocks"] = parts.map(() => null);
  if (old.length === basis.blocks.length)
    matchParts(old, parts).forEach((match, index) => {
      if (match) blocks[match.to] = basis.blocks[index] ?? null;
    });
  return { ...basis, blocks };
}

/** The basis of a translation of which nothing says what it was made from: `source`, as it is before it is changed. */
export function presumeBasis({
  source,
  translation,
}: {
  source: Text & { locale: TranslationBasis["locale"] };
  translation: Text;
}): TranslationBasis {
  return {
    locale: source.locale,
    title: translation.title === "" ? null : source.title,
    summary: translation.summary === "" ? null : source.summary,
    blocks: presumeBlocks(source.document, translation.document),
  };
}
