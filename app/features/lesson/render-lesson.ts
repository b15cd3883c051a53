import {
  type NodeProps,
  renderJSONContentToString,
  serializeChildrenToHTMLString,
} from "@tiptap/static-renderer/json/html-string";
import { numberingOf } from "#app/platform/i18n/format.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { citationSchema } from "./blocks/citation/cited-works.ts";
import { drawingPaths } from "./blocks/figure/figure.ts";
import { headingAnchors, type LessonHeading } from "./blocks/heading/heading-anchors.ts";
import { mapPaths } from "./blocks/map/map.ts";
import { lessonBlocks, markTypes, nodeTypes } from "./blocks/registry.ts";
import type { LessonDocument } from "./lesson-document.ts";
import { type LessonMark, type LessonNode, nodesOfType } from "./lesson-node.ts";
import { citationsByNote, notesOf, withCitationNotes } from "./lesson-notes.ts";
import { lessonUnreadable } from "./lesson-unreadable.ts";
import { withLineDirections } from "./line-directions.ts";
import { type NestedRun, nestMarks } from "./nest-marks.ts";
import type {
  FormatCitations,
  LessonFile,
  LessonPicture,
  LessonWords,
  LinkTarget,
  RenderContext,
} from "./render-context.ts";

export type LessonRendering = { html: string; headings: LessonHeading[] };

type RenderInput = {
  document: LessonDocument;
  /** The language of the text. */
  locale: Locale;
  words: LessonWords;
  /** The address of a lesson of this course or of another course, or null when there is none. */
  resolveLink: (target: LinkTarget) => string | null;
  /** The source of an SVG file of the course by its path in the package, or null when there is none. */
  readDrawing: (path: string) => Promise<string | null> | string | null;
  /** The address and size in pixels of a raster picture of the course, or null when there is none. */
  resolvePicture: (path: string) => LessonPicture | null;
  /** How the works cited are written; without it a text that cites is refused. */
  formatCitations?: FormatCitations;
  /** The same of a file that is no picture. */
  resolveFile: (path: string) => LessonFile | null;
};

/** Marks become nodes, so that one link over several runs of text is one link on the page. */
function unnest(run: NestedRun): LessonNode[] {
  return run.map((part) =>
    "node" in part ? part.node : { type: part.mark.type, attrs: part.mark.attrs, content: unnest(part.children) },
  );
}

function withMarksAsNodes(node: LessonNode): LessonNode {
  const inline = node.content?.some((child) => child.marks !== undefined);
  const content = inline ? unnest(nestMarks(node.content ?? [])) : node.content?.map(withMarksAsNodes);
  return content ? { ...node, content } : node;
}

async function readDrawings(document: LessonNode, readDrawing: RenderInput["readDrawing"]) {
  const paths = [...drawingPaths(document), ...mapPaths(document)];
  return new Map(await Promise.all(paths.map(async (path) => [path, await readDrawing(path)] as const)));
}

function nodeIndex(document: LessonNode): (type: string) => LessonNode[] {
  const known = new Map<string, LessonNode[]>();
  return (type) => {
    const nodes = known.get(type) ?? nodesOfType(document, type);
    known.set(type, nodes);
    return nodes;
  };
}

type Renderer = (props: NodeProps<LessonNode, string | string[]>) => string;

function makeRenderer(context: RenderContext) {
  const renderers: [string, Renderer][] = [
    ...[...nodeTypes.values()].map((known): [string, Renderer] => [
      known.name,
      ({ node, children }) => known.render({ node, children: serializeChildrenToHTMLString(children), context }),
    ]),
    ...[...markTypes.values()].map((known): [string, Renderer] => [
      known.name,
      ({ node, children }) => known.render({ mark: node, children: serializeChildrenToHTMLString(children), context }),
    ]),
  ];
  for (const [name, draw] of lessonBlocks.flatMap((block) => Object.entries(block.drawn ?? {})))
    renderers.push([name, ({ node }) => draw({ node, context })]);
  // Without a prototype: a node called "constructor" is as unknown as any other.
  const nodeMapping: Record<string, Renderer> = Object.assign(Object.create(null), Object.fromEntries(renderers));
  return renderJSONContentToString<LessonMark, LessonNode>({ nodeMapping, markMapping: {} });
}

/**
 * The HTML of a lesson's text and its headings. Nothing but the known blocks comes out, escaped, without style
 * attributes. Throws `lessonUnreadable` for an unknown block, a drawing that is refused, or a link or file that is not
 * there.
 */
export async function renderLesson(input: RenderInput): Promise<LessonRendering> {
  const shown = withLineDirections(withMarksAsNodes(input.document), input.locale);
  const notes = notesOf(shown);
  const document = withCitationNotes(shown, notes);
  const drawings = await readDrawings(document, input.readDrawing);
  const nodes = nodeIndex(document);
  const headings = headingAnchors(nodes("heading"));
  const digits = `${input.locale}-u-nu-${numberingOf({ locale: input.locale, digits: "automatic" })}`;
  const numbers = new Intl.NumberFormat(digits);
  const context: RenderContext = {
    locale: input.locale,
    words: input.words,
    number: (value) => numbers.format(value),
    nodes,
    notes,
    ...formatted(input, notes),
    years: new Intl.NumberFormat(digits, { useGrouping: false }),
    anchor: (heading) => headings.get(heading)?.id ?? "",
    resolveLink: input.resolveLink,
    resolvePicture: input.resolvePicture,
    resolveFile: input.resolveFile,
    drawing: (path) => drawings.get(path) ?? null,
  };
  return { html: renderDocument(document, context), headings: [...headings.values()] };
}

function formatted({ locale, formatCitations }: RenderInput, notes: LessonNode[]) {
  const cited = citationsByNote(notes);
  if (cited.length === 0) return { citation: () => "", bibliography: [] };
  if (!formatCitations) throw lessonUnreadable("A work is cited where there is no bibliography.");
  const clusters = cited.map(({ note, citation }) => ({ note, works: citationSchema.parse(citation.attrs).works }));
  const { clusters: html, bibliography } = formatCitations({ locale, clusters });
  const known = new Map(cited.map(({ citation }, index) => [citation, html[index] ?? ""]));
  return { citation: (node: LessonNode) => known.get(node) ?? "", bibliography };
}

function renderDocument(document: LessonNode, context: RenderContext): string {
  try {
    return makeRenderer(context)({ content: document });
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("missing handler")) throw lessonUnreadable(error.message);
    throw error;
  }
}
