import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import type { LessonNode } from "../lesson-node.ts";
import { holdsRun, wordAttributes } from "../translation/part-text.ts";
import { baseOf, type Direction, type Isolate, type Laid, strongDirection } from "./display-order.ts";
import { type FindingKind, lintRun, type RunFinding } from "./lint-run.ts";

/** Something in a document's directions that a reader may see wrong, or not see at all. */
export type DirectionFinding = {
  kind: FindingKind;
  /** The places of the nodes from the document down to the one with the text. */
  path: number[];
  /** The attribute that holds the text, or null where it is the node's own. */
  attribute: string | null;
  /** In UTF-16 units of the node's text, in which a line break or a note is one. */
  from: number;
  to: number;
  /** What stands there. */
  text: string;
  /** Readers are shown letters in another order than they are written. */
  dangerous: boolean;
  edits: RunFinding["edits"];
  isolate: Direction | null;
  /** The direction to be said of the block. */
  direction: Direction | null;
};

type Base = Direction | "auto";

const hasDirection = (node: LessonNode) => node.attrs !== undefined && "dir" in node.attrs;

/** The direction in which a node is laid out, as it will be rendered. */
function baseWithin(node: LessonNode, around: Base, locale: Locale): Base {
  const { dir, lang } = node.attrs ?? {};
  if (dir === "ltr" || dir === "rtl") return dir;
  return hasDirection(node) && typeof lang === "string" && lang !== locale ? "auto" : around;
}

/** The text of a run as it is laid out: a line break is a line's end, a note one sign. */
export function layOut(content: readonly LessonNode[], base: Base): Laid {
  let text = "";
  const isolates: Isolate[] = [];
  for (const child of content) {
    const from = text.length;
    text += child.text ?? (child.type === "hardBreak" ? "\n" : "\uFFFC");
    const language = child.marks?.find(({ type }) => type === "language");
    if (!language) continue;
    const dir = language.attrs?.dir;
    const direction = dir === "ltr" || dir === "rtl" ? dir : "auto";
    const last = isolates.at(-1);
    if (last?.to === from && last.direction === direction) last.to = text.length;
    else isolates.push({ from, to: text.length, direction });
  }
  return { text, isolates, base };
}

/** The direction of most words outside of isolated runs, where it is another than that of the block. */
function contradiction(laid: Laid): Direction | null {
  const counts = { ltr: 0, rtl: 0 };
  for (const { 0: word, index } of laid.text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (laid.isolates.some(({ from, to }) => index >= from && index < to)) continue;
    const direction = strongDirection([...word][0] ?? "");
    if (direction) counts[direction] += 1;
  }
  const base = baseOf(laid);
  const other = base === "rtl" ? "ltr" : "rtl";
  return counts[other] > counts[base] ? other : null;
}

function lintBlockDirection(node: LessonNode, laid: Laid): Omit<DirectionFinding, "path">[] {
  if (!hasDirection(node) || node.attrs?.dir) return [];
  const direction = contradiction(laid);
  if (!direction) return [];
  const whole = { from: 0, to: laid.text.length, text: laid.text };
  return [{ kind: "blockDirection", ...whole, attribute: null, dangerous: false, edits: [], isolate: null, direction }];
}

function told(finding: RunFinding, text: string, attribute: string | null): Omit<DirectionFinding, "path"> {
  const { kind, from, to, edits, isolate } = finding;
  const dangerous = kind === "override";
  return { kind, from, to, text: text.slice(from, to), attribute, dangerous, edits, isolate, direction: null };
}

/** What is wrong with one node's own text and attributes, laid out in a text of direction `around`. */
export function lintNode(node: LessonNode, base: Base): Omit<DirectionFinding, "path">[] {
  const inAttributes = (wordAttributes[node.type] ?? []).flatMap((name) => {
    const text = node.attrs?.[name];
    if (typeof text !== "string") return [];
    return lintText(text, base).map((finding) => told(finding, text, name));
  });
  if (!holdsRun(node)) return inAttributes;
  const laid = layOut(node.content ?? [], base);
  const direction = lintBlockDirection(node, laid);
  // In a block that runs the wrong way nearly every run does: what is wrong besides is told once it is turned.
  const inRun = lintRun(laid, { marked: true }).filter(({ kind }) => direction.length === 0 || kind !== "unisolated");
  return [...inAttributes, ...direction, ...inRun.map((finding) => told(finding, laid.text, null))];
}

/** What is wrong with a line that holds letters alone, such as a title. */
export function lintText(text: string, base: Base): RunFinding[] {
  return lintRun({ text, isolates: [], base }, { marked: false });
}

/** Every node of a document with its path and the direction in which it is laid out. */
export function* nodesWithBase(
  node: LessonNode,
  { locale, base = directionOf(locale), path = [] }: { locale: Locale; base?: Base; path?: number[] },
): Generator<{ node: LessonNode; base: Base; path: number[] }> {
  const own = baseWithin(node, base, locale);
  yield { node, base: own, path };
  for (const [index, child] of (node.content ?? []).entries())
    if (child.text === undefined) yield* nodesWithBase(child, { locale, base: own, path: [...path, index] });
}

/** One node of a document, by its path, with the direction in which it is laid out. */
export function nodeAt(document: LessonNode, { path, locale }: { path: readonly number[]; locale: Locale }) {
  let node = document;
  let base = baseWithin(document, directionOf(locale), locale);
  for (const step of path) {
    const child = node.content?.[step];
    if (!child) return null;
    node = child;
    base = baseWithin(child, base, locale);
  }
  return { node, base };
}

type NodeFindings = Omit<DirectionFinding, "path">[];

/** Of nodes that were looked at before: a text that is written is looked at again and again, and few of its nodes change. */
const known = new WeakMap<LessonNode, Map<Base, NodeFindings>>();

function lintKnownNode(node: LessonNode, base: Base): NodeFindings {
  const before = known.get(node) ?? new Map<Base, NodeFindings>();
  const findings = before.get(base) ?? lintNode(node, base);
  known.set(node, before.set(base, findings));
  return findings;
}

/**
 * Points at what goes wrong with directions in a lesson's text of `locale`: direction marks that move nothing,
 * embeddings and overrides, numbers in mixed digits, runs in the other direction whose edges are torn off, blocks that
 * run against most of their letters. In the order of reading.
 */
export function lintDirections({ document, locale }: { document: LessonNode; locale: Locale }): DirectionFinding[] {
  return [...nodesWithBase(document, { locale })].flatMap(({ node, base, path }) =>
    lintKnownNode(node, base).map((finding) => ({ ...finding, path })),
  );
}

const OVERRIDE = /[\u202D\u202E]/;

/** What in a text shows readers letters in another order than they are written; at once where no character could. */
export function lintDangers(text: { document: LessonNode; locale: Locale }): DirectionFinding[] {
  if (!OVERRIDE.test(JSON.stringify(text.document))) return [];
  return lintDirections(text).filter(({ dangerous }) => dangerous);
}
