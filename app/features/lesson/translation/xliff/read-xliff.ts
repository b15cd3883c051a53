import { SaxesParser, type SaxesTagNS } from "saxes";
import { z } from "zod";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { type LessonMark, type LessonNode, nodeShape } from "../../lesson-node.ts";
import { fillFrame } from "./part-leaves.ts";
import { OWN, XLIFF } from "./write-xliff.ts";
import { MOST_XLIFF_BYTES } from "./xliff-limits.ts";

const MOST_DEPTH = 60;
const MOST_ELEMENTS = 300_000;

export type XliffProblem = "doctype" | "unreadable" | "tooDeep" | "tooLarge" | "notXliff";

/** A file that is not taken as a whole. */
export function xliffRefused(code: XliffProblem): ExpectedError {
  return new ExpectedError({ code, messageKey: `translation:refused.${code}`, status: 422 });
}

type Element = { name: string; own: boolean; attributes: Record<string, string>; children: (Element | string)[] };

function named(tag: SaxesTagNS): Element {
  const attributes = Object.fromEntries(
    Object.values(tag.attributes).map(({ local, uri, value }) => [uri === OWN ? `m:${local}` : local, value]),
  );
  const name = tag.uri === XLIFF || tag.uri === OWN ? tag.local : `other:${tag.local}`;
  return { name, own: tag.uri === OWN, attributes, children: [] };
}

/** The file as a tree. Document types are refused, and with them every entity but the five that XML itself has. */
function readTree(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const top: Element = { name: "", own: false, attributes: {}, children: [] };
  const open = [top];
  let count = 0;
  parser.on("doctype", () => {
    throw xliffRefused("doctype");
  });
  parser.on("error", () => {
    throw xliffRefused("unreadable");
  });
  parser.on("opentag", (tag) => {
    count += 1;
    if (open.length > MOST_DEPTH) throw xliffRefused("tooDeep");
    if (count > MOST_ELEMENTS) throw xliffRefused("tooLarge");
    const element = named(tag);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (value) => open.at(-1)?.children.push(value));
  parser.on("cdata", (value) => open.at(-1)?.children.push(value));
  parser.write(text).close();
  const root = top.children.find((child) => typeof child !== "string");
  if (root?.name !== "xliff" || !/^2\.[0-2]$/.test(root.attributes.version ?? "")) throw xliffRefused("notXliff");
  return root;
}

const below = ({ children }: Element, name: string): Element[] =>
  children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === name && !child.own) return [child];
    return child.name === "group" && !child.own ? below(child, name) : [];
  });

const lettersOf = ({ children }: Element): string =>
  children.map((child) => (typeof child === "string" ? child : lettersOf(child))).join("");

export type UnitProblem = "codes" | "frame" | "unreadable";

export type XliffUnit = {
  id: string;
  /** The block, or the line of a title, as the file has it; null where it cannot be made of it. */
  source: LessonNode | string | null;
  /** Null where nothing is translated yet. */
  target: LessonNode | string | null;
  problem: UnitProblem | null;
  /** Somebody said that it is translated. */
  confirmed: boolean;
  /** Names what stood in the translation when the file was written. */
  was: string | null;
};

export type XliffFile = {
  source: string;
  target: string;
  lessons: { slug: string; units: XliffUnit[] }[];
};

const codeSchema = z.strictObject({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Inline codes of XLIFF as a run of text with marks; null where there is one that is not known, so that none is lost unseen. */
function readRun(element: Element, data: ReadonlyMap<string, string>, marks: LessonMark[] = []): LessonNode[] | null {
  const run: LessonNode[] = [];
  const worn = marks.length > 0 ? { marks } : {};
  for (const child of element.children) {
    if (typeof child === "string") {
      if (child !== "") run.push({ type: "text", text: child, ...worn });
      continue;
    }
    const { dataRef, dataRefStart, id = "" } = child.attributes;
    const code = codeSchema.safeParse(parseJson(data.get(dataRefStart ?? dataRef ?? `d${id}`) ?? ""));
    const isKnown = !child.own && code.success && (child.name === "ph" || child.name === "pc");
    const inside = isKnown && child.name === "pc" ? readRun(child, data, [...marks, code.data]) : [];
    if (!isKnown || !inside) return null;
    if (child.name === "ph") run.push({ ...code.data, ...worn });
    else run.push(...inside);
  }
  return run;
}

function frameOf(unit: Element, name: string): LessonNode | null {
  const element = unit.children.find((child) => typeof child !== "string" && child.own && child.name === name);
  if (!element || typeof element === "string") return null;
  return nodeShape.safeParse(parseJson(lettersOf(element))).data ?? null;
}

function readBlock(unit: Element): Pick<XliffUnit, "source" | "target" | "problem"> {
  const data = new Map(
    below(unit, "originalData").flatMap((all) =>
      below(all, "data").map((one) => [one.attributes.id ?? "", lettersOf(one)] as const),
    ),
  );
  const segments = below(unit, "segment");
  const side = (name: string) => segments.flatMap((segment) => below(segment, name).slice(0, 1));
  const sourceFrame = frameOf(unit, "source");
  if (!sourceFrame) return { source: null, target: null, problem: "frame" };
  const [sources, targets] = [side("source"), side("target")].map((elements) =>
    elements.map((one) => readRun(one, data)),
  );
  const isKnown = (runs: (LessonNode[] | null)[] = []): runs is LessonNode[][] => runs.every((run) => run !== null);
  if (!isKnown(sources) || !isKnown(targets)) return { source: null, target: null, problem: "codes" };
  const source = fillFrame(sourceFrame, sources);
  if (targets.every((run) => run.length === 0)) return { source, target: null, problem: null };
  const target = fillFrame(frameOf(unit, "target") ?? sourceFrame, targets) ?? fillFrame(sourceFrame, targets);
  return { source, target, problem: source && target ? null : "frame" };
}

function readLine(unit: Element): Pick<XliffUnit, "source" | "target" | "problem"> {
  const [segment] = below(unit, "segment");
  const [source] = segment ? below(segment, "source") : [];
  const [target] = segment ? below(segment, "target") : [];
  const text = target ? lettersOf(target).trim() : "";
  return { source: source ? lettersOf(source) : null, target: text === "" ? null : text, problem: null };
}

function readUnit(unit: Element): XliffUnit {
  const id = unit.attributes.id ?? "";
  const read = id === "title" || id === "summary" ? readLine(unit) : readBlock(unit);
  const states = below(unit, "segment").map(({ attributes }) => attributes.state ?? "initial");
  const confirmed = states.length > 0 && states.every((state) => state !== "initial");
  return { id, ...read, confirmed, was: unit.attributes["m:was"] ?? null };
}

/** Reads an XLIFF file. Throws `xliffRefused` for what is none; what is wrong with one unit is told with the unit. */
export function readXliff(text: string): XliffFile {
  if (text.length > MOST_XLIFF_BYTES) throw xliffRefused("tooLarge");
  const root = readTree(text.replace(/^\uFEFF/, ""));
  return {
    source: root.attributes.srcLang ?? "",
    target: root.attributes.trgLang ?? "",
    lessons: below(root, "file").map((file) => ({
      slug: file.attributes.id ?? "",
      units: below(file, "unit").map(readUnit),
    })),
  };
}
