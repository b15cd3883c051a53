import { serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import sanitizeHtml from "sanitize-html";
import { attributeNames, dropped, elementNames, isColour, paintAttributes, readPast } from "./drawing-rules.ts";

export type Drawing = { ok: true; html: string; width: number; height: number } | { ok: false; problems: string[] };

const MAX_LENGTH = 400_000;
const LOCAL_REFERENCE = /^url\(#([A-Za-z_][\w.-]*)\)$/;
// No address of any kind, and no escape that could hide one.
const SUSPECT = /url\s*\(|[a-z]+script:|https?:|data:|\/\/|[\\@<>]|image\s*\(|expression/i;

type Attributes = Record<string, string>;
type Report = (problem: string) => void;

function localised(name: string, value: string, idPrefix: string): string {
  if (name === "id") return `${idPrefix}${value}`;
  return value.replace(LOCAL_REFERENCE, `url(#${idPrefix}$1)`);
}

function checkAttribute(tag: string, name: string, value: string, report: Report): boolean {
  if (!attributeNames.has(name)) {
    report(`<${tag}> has an attribute that is not allowed: ${name}.`);
    return false;
  }
  const isReference = LOCAL_REFERENCE.test(value.trim());
  if (!isReference && SUSPECT.test(value)) {
    report(`${name} of <${tag}> has a value that is not allowed.`);
    return false;
  }
  if (!isReference && paintAttributes.has(name) && !isColour(value.trim())) {
    report(`${name} of <${tag}> is not a colour of the palette, such as var(--tile, #0f5d6c): ${value}.`);
    return false;
  }
  if (name === "id" && !/^[A-Za-z_][\w.-]*$/.test(value)) {
    report(`The id ${value} may hold Latin letters, digits, hyphens, dots and underscores.`);
    return false;
  }
  return true;
}

function cleanAttributes(tag: string, attributes: Attributes, idPrefix: string, report: Report): Attributes {
  const kept = Object.entries(attributes).filter(
    ([name, value]) => !dropped.has(name) && checkAttribute(tag, name, value, report),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, localised(name, value.trim(), idPrefix)]));
}

function sizeOf(viewBox: string | undefined): { width: number; height: number } | null {
  const numbers = (viewBox ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0 ? { width, height } : null;
}

/** What may stand in a drawing is said in `drawing-rules.ts`; anything else refuses the drawing as a whole. */
function refusedBeforehand(source: string): string[] {
  if (source.length > MAX_LENGTH) return [`The drawing is larger than ${MAX_LENGTH / 1000} kB.`];
  if (/<!DOCTYPE|<!ENTITY|<\?(?!xml\s)/i.test(source))
    return ["The drawing has a document type, entities or instructions."];
  return [];
}

/**
 * Makes an SVG file fit to stand in a page: allow-listed, with ids of its own (`idPrefix`), named `label` for those who
 * cannot see it. Width and height are those of its viewBox. Answers what is wrong with a drawing that is refused.
 */
export function sanitizeDrawing(input: { source: string; idPrefix: string; label: string }): Drawing {
  const { source, idPrefix, label } = input;
  const problems = new Set(refusedBeforehand(source));
  if (problems.size > 0) return { ok: false, problems: [...problems] };
  const report: Report = (problem) => problems.add(problem);
  let root: Attributes | null = null;
  const open: string[] = [];
  const content = sanitizeHtml(source, {
    parser: { xmlMode: true },
    allowedTags: [...elementNames],
    allowedAttributes: { "*": [...attributeNames] },
    allowedSchemes: [],
    nonTextTags: [...readPast],
    nestingLimit: 40,
    onOpenTag: (name, attributes) => {
      const around = open.at(-1);
      open.push(name);
      if (around === undefined && (root !== null || name !== "svg")) report("A drawing is one <svg>.");
      else if (around === undefined) root = attributes;
      else if (readPast.has(around)) report(`<${around}> holds words alone.`);
      else if (!readPast.has(name) && !elementNames.has(name)) report(`<${name}> is not allowed.`);
    },
    onCloseTag: () => {
      open.pop();
    },
    transformTags: {
      "*": (tagName, attribs) => ({ tagName, attribs: cleanAttributes(tagName, attribs, idPrefix, report) }),
    },
  });
  return finish({ root, content, problems, idPrefix, label });
}

function finish(input: {
  root: Attributes | null;
  content: string;
  problems: Set<string>;
  idPrefix: string;
  label: string;
}): Drawing {
  const { root, content, problems, idPrefix, label } = input;
  const size = sizeOf(root?.viewBox);
  if (!root || !size) problems.add("A drawing is an <svg> with a viewBox.");
  if (!root || !size || problems.size > 0) return { ok: false, problems: [...problems] };
  const own = cleanAttributes("svg", root, idPrefix, () => undefined);
  // The page's direction would turn the anchors of the lettering round.
  const attributes = { direction: "ltr", ...own, ...size, viewBox: root.viewBox, role: "img", "aria-label": label };
  return { ok: true, html: `<svg${serializeAttrsToHTMLString(attributes)}>${content}</svg>`, ...size };
}
