import { lessonDocumentSchema } from "../../lesson-document.ts";
import type { LessonNode } from "../../lesson-node.ts";
import { alignTranslation, type TranslationRow } from "../align-translation.ts";
import type { TranslatedParts } from "../apply-change.ts";
import { matchParts } from "../match-parts.ts";
import { textOfPart } from "../part-text.ts";
import { placeOf } from "../row-places.ts";
import { joinParts, type LessonPart, splitDocument } from "../split-document.ts";
import type { UnitProblem, XliffUnit } from "./read-xliff.ts";
import { partHash } from "./write-xliff.ts";

export type UnitRefusal = UnitProblem | "sourceGone" | "noLesson" | "noTitle";

/** What a unit of a file does to a translation. */
export type UnitOutcome = {
  id: string;
  what: "new" | "changed" | "confirmed" | "unchanged" | "untranslated" | "refused";
  reason: UnitRefusal | null;
  /** The source was changed since the file was written: the translation comes in, and counts as out of date. */
  sourceChanged: boolean;
  /** The translation was changed here since the file was written. */
  editedSince: boolean;
  before: string;
  after: string;
};

type Text = { title: string; summary: string; document: LessonNode };
type Operation = { place: number; removes: 0 | 1; part: LessonPart; basis: LessonPart };

const key = (part: unknown) => JSON.stringify(part);
const plain = { reason: null, sourceChanged: false, editedSince: false, before: "", after: "" } as const;

export const refusedUnit = (id: string, reason: UnitRefusal): UnitOutcome => ({
  ...plain,
  id,
  what: "refused",
  reason,
});

function canonical(part: XliffUnit["source"]): LessonPart | null {
  return typeof part === "string" ? null : (lessonDocumentSchema.safeParse(part).data ?? null);
}

/** One line, a title or a summary. */
function planLine(unit: XliffUnit, kind: "title" | "summary", source: Text, text: TranslatedParts) {
  const { target, confirmed } = unit;
  if (typeof target !== "string") return { text, outcome: { ...plain, id: unit.id, what: "untranslated" as const } };
  const after = target
    .replace(/\s+/g, " ")
    .normalize("NFC")
    .slice(0, kind === "title" ? 200 : 1_000);
  const from = typeof unit.source === "string" ? unit.source : source[kind];
  const before = text[kind];
  const isNews = confirmed && text.basis[kind] !== from;
  const what = before === "" ? "new" : before !== after ? "changed" : isNews ? "confirmed" : "unchanged";
  const outcome: UnitOutcome = {
    ...plain,
    ...{ id: unit.id, what, before, after },
    sourceChanged: from !== source[kind],
    editedSince: what === "changed" && unit.was !== partHash(before),
  };
  if (what === "unchanged") return { text, outcome };
  return { text: { ...text, [kind]: after, basis: { ...text.basis, [kind]: from } }, outcome };
}

function planBlock(
  unit: XliffUnit,
  given: { from: LessonPart; row: TranslationRow; rows: TranslationRow[]; same: boolean },
): { outcome: UnitOutcome; operation: Operation | null } {
  const { from, row, rows, same } = given;
  const { id } = unit;
  const refuse = (reason: UnitRefusal) => ({ outcome: refusedUnit(id, reason), operation: null });
  if (unit.target === null) return { outcome: { ...plain, id, what: "untranslated" }, operation: null };
  const target = canonical(unit.target);
  if (!target || splitDocument(target).length !== 1) return refuse("unreadable");
  const existing = row.translation;
  const after = textOfPart(target);
  const outcome = { ...plain, id, after, sourceChanged: !same };
  if (!existing) {
    const operation = { place: placeOf(rows, row), removes: 0 as const, part: target, basis: from };
    return { outcome: { ...outcome, what: "new" }, operation };
  }
  const operation = { place: existing.index, removes: 1 as const, part: target, basis: from };
  const before = textOfPart(existing.part);
  if (key(existing.part) !== key(target)) {
    const editedSince = unit.was !== partHash(existing.part);
    return { outcome: { ...outcome, what: "changed", before, editedSince }, operation };
  }
  const isNews = unit.confirmed && same && row.state !== "current";
  return {
    outcome: { ...outcome, what: isNews ? "confirmed" : "unchanged", before },
    operation: isNews ? operation : null,
  };
}

/** From the last to the first, so that no place moves before its turn. */
function operate(text: TranslatedParts, operations: readonly Operation[]): TranslatedParts {
  const inOrder = operations.map((one, order) => ({ ...one, order }));
  inOrder.sort((a, b) => b.place - a.place || b.removes - a.removes || b.order - a.order);
  const parts = [...text.parts];
  const blocks = [...text.basis.blocks];
  for (const { place, removes, part, basis } of inOrder) {
    parts.splice(place, removes, part);
    blocks.splice(place, removes, basis);
  }
  return { ...text, parts, basis: { ...text.basis, blocks } };
}

/** What the units of a file do to the translation of one lesson, and the translation as it is then. */
export function planLesson({
  source,
  text,
  units,
}: {
  source: Text;
  text: TranslatedParts;
  units: readonly XliffUnit[];
}): { outcomes: UnitOutcome[]; text: TranslatedParts } {
  const outcomes: UnitOutcome[] = [];
  let planned = text;
  for (const kind of ["title", "summary"] as const)
    for (const unit of units.filter(({ id }) => id === kind)) {
      const line = planLine(unit, kind, source, planned);
      planned = line.text;
      outcomes.push(line.outcome);
    }
  const blocks = units.filter(({ id }) => id !== "title" && id !== "summary");
  if (planned.title === "") return { outcomes: units.map(({ id }) => refusedUnit(id, "noTitle")), text };
  const { rows } = alignTranslation({ source: source.document, translation: joinParts(text.parts), basis: text.basis });
  const readable = blocks.flatMap((unit) => {
    const from = unit.problem ? null : canonical(unit.source);
    if (from) return [{ unit, from }];
    outcomes.push(refusedUnit(unit.id, unit.problem ?? "unreadable"));
    return [];
  });
  const matches = matchParts(
    readable.map(({ from }) => from),
    splitDocument(source.document),
  );
  const operations = readable.flatMap(({ unit, from }, index) => {
    const match = matches[index];
    const row = match && rows.find((one) => one.source?.index === match.to);
    if (!match || !row) {
      outcomes.push(refusedUnit(unit.id, "sourceGone"));
      return [];
    }
    const { outcome, operation } = planBlock(unit, { from, row, rows, same: match.same });
    outcomes.push(outcome);
    return operation ? [operation] : [];
  });
  return { outcomes, text: operate(planned, operations) };
}
