import { createHash } from "node:crypto";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { escapeXml } from "#app/platform/xml/escape-xml.ts";
import type { LessonNode } from "../../lesson-node.ts";
import { alignTranslation, lineState } from "../align-translation.ts";
import type { LessonPart } from "../split-document.ts";
import type { TranslationBasis } from "../translation-basis.ts";
import { takeLeaves } from "./part-leaves.ts";
import { codeIds, writeInline } from "./xliff-codes.ts";

export const XLIFF = "urn:oasis:names:tc:xliff:document:2.0";
export const OWN = "urn:maqdis:xliff:1";

type Text = { title: string; summary: string; document: LessonNode };

export type XliffLesson = {
  slug: string;
  source: Text;
  translation: (Text & { basis: TranslationBasis | null }) | null;
};

/** What names a part in a file, and tells whether it is still the same. */
export function partHash(part: unknown): string {
  return createHash("sha256").update(JSON.stringify(part)).digest("hex").slice(0, 16);
}

const stateOf = { current: "translated", stale: "initial", missing: "initial", extra: "initial" } as const;

type Unit = { source: LessonPart; target: LessonPart | null; state: keyof typeof stateOf };

function writeUnit(id: string, { source, target, state }: Unit): string {
  const { codes, forSide } = codeIds();
  const [sourceIds, targetIds] = [forSide(), forSide()];
  const from = takeLeaves(source);
  const to = target && takeLeaves(target);
  const inSource = from.leaves.map((leaf) => writeInline(leaf, sourceIds));
  const inTarget = to?.leaves.map((leaf) => writeInline(leaf, targetIds)) ?? [];
  const said = state === "stale" ? ' subState="maqdis:stale"' : "";
  const segments = Array.from({ length: Math.max(inSource.length, inTarget.length) }, (_, index) => {
    const written = inTarget[index] === undefined ? "" : `<target>${inTarget[index]}</target>`;
    const open = `<segment id="s${index + 1}" state="${stateOf[state]}"${said}>`;
    return `        ${open}<source>${inSource[index] ?? ""}</source>${written}</segment>\n`;
  });
  const data = codes.map(({ id: code, data: text }) => `          <data id="d${code}">${escapeXml(text)}</data>\n`);
  const frame = (name: string, part: LessonNode) =>
    `        <m:${name}>${escapeXml(JSON.stringify(part))}</m:${name}>\n`;
  const frames = frame("source", from.frame) + (to ? frame("target", to.frame) : "");
  const was = target ? ` m:was="${partHash(target)}"` : "";
  const original = data.length > 0 ? `        <originalData>\n${data.join("")}        </originalData>\n` : "";
  return `      <unit id="${id}"${was}>\n${frames}${original}${segments.join("")}      </unit>\n`;
}

function writeLine(id: "title" | "summary", lesson: XliffLesson): string {
  const source = lesson.source[id];
  const target = lesson.translation?.[id] ?? "";
  const state = lineState({ source, translation: target, before: lesson.translation?.basis?.[id] ?? null });
  const written = target === "" ? "" : `<target>${escapeXml(target)}</target>`;
  const said = state === "stale" ? ' subState="maqdis:stale"' : "";
  const was = target === "" ? "" : ` m:was="${partHash(target)}"`;
  const segment = `<segment id="s1" state="${stateOf[state]}"${said}><source>${escapeXml(source)}</source>${written}</segment>`;
  return `      <unit id="${id}"${was}>\n        ${segment}\n      </unit>\n`;
}

function writeLesson(lesson: XliffLesson, directions: string): string {
  const { rows } = alignTranslation({
    source: lesson.source.document,
    translation: lesson.translation?.document ?? { type: "doc" },
    basis: lesson.translation?.basis ?? null,
  });
  const seen = new Map<string, number>();
  const units = rows.flatMap(({ source, translation, state }) => {
    if (!source) return [];
    const hash = partHash(source.part);
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    const id = times === 1 ? `b-${hash}` : `b-${hash}-${times}`;
    return [writeUnit(id, { source: source.part, target: translation?.part ?? null, state })];
  });
  const head = `    <file id="${lesson.slug}" ${directions} xml:space="preserve">\n`;
  return `${head}${writeLine("title", lesson)}${writeLine("summary", lesson)}${units.join("")}    </file>\n`;
}

/**
 * Lessons with their translations as XLIFF 2.1: a file for each lesson, a unit for each block and for title and
 * summary, a segment for each run of text in it, marks and notes as inline codes.
 */
export function writeXliff({
  lessons,
  source,
  target,
}: {
  lessons: readonly XliffLesson[];
  source: Locale;
  target: Locale;
}): string {
  const directions = `srcDir="${directionOf(source)}" trgDir="${directionOf(target)}"`;
  const root = `<xliff xmlns="${XLIFF}" xmlns:m="${OWN}" version="2.1" srcLang="${source}" trgLang="${target}">`;
  const files = lessons.map((lesson) => writeLesson(lesson, directions)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n${files}</xliff>\n`;
}
