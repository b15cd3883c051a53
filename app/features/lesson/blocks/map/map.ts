import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import type { Nodes } from "mdast";
import { z } from "zod";
import { type LessonNode, nodesOfType } from "../../lesson-node.ts";
import { lessonUnreadable } from "../../lesson-unreadable.ts";
import { isContainer, type ReadContext } from "../../read-context.ts";
import type { RenderContext } from "../../render-context.ts";
import { sanitizeDrawing } from "../../sanitize-drawing.ts";
import { saidOnly } from "../language/language.ts";
import { draftLineSchema, lineSchema } from "../lesson-attributes.ts";
import { type BlockProblem, defineNode, type LessonBlock } from "../lesson-block.ts";
import { yearsText } from "../timeline/years-text.ts";
import { drawPlaces, type PlacedName } from "./draw-map.ts";
import { isYear, MAX_PERIODS, periodsOf, periodsWith } from "./map-periods.ts";

const srcSchema = z.string().regex(/^media\/[a-z0-9][a-z0-9._-]*\.svg$/, "must name an SVG file of media/");

/** As a file of a package holds it. */
const mapSchema = z.strictObject({ src: srcSchema, title: lineSchema, credit: lineSchema, licence: lineSchema });

/** As a draft may hold it. */
const draftMapSchema = z.strictObject({
  src: srcSchema.nullable().default(null),
  title: draftLineSchema,
  credit: draftLineSchema,
  licence: draftLineSchema,
});

const wanting: [string, BlockProblem][] = [
  ["src", { code: "mapDrawing", reason: "A map has no drawing." }],
  ["title", { code: "mapTitle", reason: "A map has no title." }],
  ["credit", { code: "mapCredit", reason: "A map needs the attribute credit." }],
  ["licence", { code: "mapLicence", reason: "A map needs the attribute licence." }],
];

/** A share of the drawing's width or height, in percent, with one decimal at most. */
const shareSchema = z
  .string()
  .regex(/^(100|\d{1,2}(\.\d)?)$/, "must be a number of percent, from 0 to 100, with one decimal at most");
const yearSchema = z
  .string()
  .refine(isYear, "must be a year such as 691, or -586 for 586 BCE")
  .nullable()
  .default(null);

const placeShape = { x: shareSchema, y: shareSchema, from: yearSchema, to: yearSchema };
const placeSchema = z.strictObject({ name: lineSchema, ...placeShape });
const draftPlaceSchema = z.strictObject({ name: draftLineSchema, ...placeShape });

const placeOf = (node: LessonNode) => draftPlaceSchema.parse(node.attrs ?? {});

/** Paths of the drawings on which a document's maps stand. */
export function mapPaths(document: LessonNode): string[] {
  const paths = nodesOfType(document, "map").flatMap(({ attrs }) => (attrs?.src ? String(attrs.src) : []));
  return [...new Set(paths)];
}

function mapProblems(map: LessonNode): BlockProblem[] {
  const missing = wanting.flatMap(([name, problem]) => (map.attrs?.[name] ? [] : [problem]));
  const places = (map.content ?? []).map(placeOf);
  if (periodsOf(places).length <= MAX_PERIODS) return missing;
  return [...missing, { code: "mapPeriods", reason: `A map has at most ${MAX_PERIODS} periods.` }];
}

function placeProblems(place: LessonNode): BlockProblem[] {
  const { name, from, to } = placeOf(place);
  const reversed = from !== null && to !== null && Number(to) < Number(from);
  return [
    ...(name === null ? [{ code: "placeName", reason: "A place of a map has no name." }] : []),
    ...(reversed ? [{ code: "placeYears", reason: "A place of a map ends before it begins." }] : []),
  ];
}

/** Where a place stands in its map, and what the page calls it. */
function placed(map: LessonNode, context: RenderContext): PlacedName[] {
  const place = context.nodes("map").indexOf(map) + 1;
  const places = (map.content ?? []).map(placeOf);
  const periods = periodsOf(places);
  return places.map((one, index) => ({
    name: one.name ?? "",
    x: Number(one.x),
    y: Number(one.y),
    number: index + 1,
    periods: periodsWith(one, periods),
    id: `map-${place}-${index + 1}`,
  }));
}

function renderDrawing(map: LessonNode, context: RenderContext): string {
  const { src, title } = draftMapSchema.parse(map.attrs ?? {});
  if (src === null) return "";
  const place = context.nodes("map").indexOf(map) + 1;
  const source = context.drawing(src);
  if (source === null) throw lessonUnreadable(`The drawing ${src} is not there.`);
  const drawn = sanitizeDrawing({ source, idPrefix: `m${place}-`, label: title ?? "" });
  if (!drawn.ok) throw lessonUnreadable(`The drawing ${src} is refused: ${drawn.problems.join(" ")}`);
  const own = { class: "drawing drawing-large map-drawing" };
  return `<div${serializeAttrsToHTMLString(own)}>${drawPlaces(drawn, placed(map, context), context)}</div>`;
}

/** Radio buttons, which reading-lists.css heeds: nothing runs in the page, and without styles all is shown. */
function renderPeriods(map: LessonNode, context: RenderContext): string {
  const periods = periodsOf((map.content ?? []).map(placeOf));
  if (periods.length < 2) return "";
  const name = `map-${context.nodes("map").indexOf(map) + 1}-period`;
  const button = (value: number, label: string) => {
    const own = { type: "radio", name, value, autocomplete: "off", checked: value === 0 ? "" : null };
    return `<label><input${serializeAttrsToHTMLString(own)}><span><bdi>${escapeHTML(label)}</bdi></span></label>`;
  };
  const choices = periods.map((period, index) => button(index + 1, yearsText(period, context)));
  const { periods: legend, allPeriods } = context.words.map;
  return [
    `<fieldset class="map-periods"><legend>${escapeHTML(legend)}</legend>`,
    `<div class="map-choices">${button(0, allPeriods)}${choices.join("")}</div></fieldset>`,
  ].join("");
}

function renderMap(map: LessonNode, children: string, context: RenderContext): string {
  const { title, credit, licence } = draftMapSchema.parse(map.attrs ?? {});
  const id = `map-${context.nodes("map").indexOf(map) + 1}`;
  const { words } = context;
  const terms = `${escapeHTML(words.credit)} <bdi>${escapeHTML(credit ?? "")}</bdi> · ${escapeHTML(words.licence)} <bdi>${escapeHTML(licence ?? "")}</bdi>`;
  return [
    `<div${serializeAttrsToHTMLString({ class: "map", role: "group", "aria-labelledby": id })}>`,
    `<p class="map-title" id="${id}">${escapeHTML(title ?? "")}</p>`,
    renderPeriods(map, context),
    renderDrawing(map, context),
    `<ol class="map-list" role="list" aria-label="${escapeHTML(words.map.places)}">${children}</ol>`,
    `<p class="figure-credit">${terms}</p></div>`,
  ].join("");
}

function renderPlace(node: LessonNode, children: string, context: RenderContext): string {
  const map = context.nodes("map").find((one) => one.content?.includes(node));
  const index = map?.content?.indexOf(node) ?? 0;
  const own = map && placed(map, context)[index];
  const { name, from, to } = placeOf(node);
  const years =
    from === null && to === null
      ? ""
      : ` <span class="map-years"><bdi>${escapeHTML(yearsText({ from, to }, context))}</bdi></span>`;
  const number = `<span class="map-list-number" aria-hidden="true">${escapeHTML(context.number(index + 1))}</span>`;
  const note = children === "" ? "" : `<p>${children}</p>`;
  const attributes = serializeAttrsToHTMLString({ id: own?.id, "data-in": own?.periods.join(" ") });
  return `<li${attributes}>${number}<div><p class="map-list-name"><strong><bdi>${escapeHTML(name ?? "")}</bdi></strong>${years}</p>${note}</div></li>`;
}

function readPlace(node: Nodes, context: ReadContext): LessonNode | null | undefined {
  if (!isContainer(node, "place")) return undefined;
  const attributes = context.attributes(node, placeSchema);
  const text = context.onlyParagraph(node);
  if (!text && node.children.length > 0) {
    context.report(node, "nestedWrongly", "What is said of a place is one paragraph.");
    return null;
  }
  return attributes && { type: "mapPlace", attrs: attributes, content: context.inline(text?.children ?? []) };
}

function readMap(node: Nodes, context: ReadContext): LessonNode | null | undefined {
  if (!isContainer(node, "map")) return undefined;
  const attributes = context.attributes(node, mapSchema);
  const content = context.blocks(node, "map");
  if (node.children.length === 0) context.report(node, "emptyBlock", "A map has no places.");
  if (!attributes || content.length === 0) return null;
  context.mention(node, "media", attributes.src);
  const map = { type: "map", attrs: attributes, content };
  for (const { reason } of [...mapProblems(map), ...content.flatMap(placeProblems)])
    context.report(node, "badAttribute", reason);
  return map;
}

/** A drawing with places upon it, by period, and a list that says the same. */
export const map: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "map",
        group: "block",
        content: "mapPlace+",
        addAttributes: () => ({
          ...{ src: { default: null }, title: { default: null } },
          ...{ credit: { default: null }, licence: { default: null } },
        }),
        parseHTML: () => [{ tag: "section[data-map]" }],
        renderHTML: ({ HTMLAttributes }) => ["section", mergeAttributes(HTMLAttributes, { "data-map": "" }), 0],
      }),
      attributes: draftMapSchema,
      problems: mapProblems,
      dropWhenEmpty: true,
      render: ({ node, children, context }) => renderMap(node, children, context),
      writeBlock: ({ node, attributes, context }) => [
        {
          type: "containerDirective",
          name: "map",
          attributes: saidOnly(attributes),
          children: context.blocks(node.content),
        },
      ],
    }),
    defineNode({
      extension: Node.create({
        name: "mapPlace",
        content: "inline*",
        addAttributes: () => ({
          name: { default: null },
          ...{ x: { default: "50" }, y: { default: "50" } },
          ...{ from: { default: null }, to: { default: null } },
        }),
        parseHTML: () => [{ tag: "div[data-map-place]" }],
        renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { "data-map-place": "" }), 0],
      }),
      attributes: draftPlaceSchema,
      problems: placeProblems,
      render: ({ node, children, context }) => renderPlace(node, children, context),
      writeBlock: ({ node, attributes, context }) => [
        {
          type: "containerDirective",
          name: "place",
          attributes: saidOnly(attributes),
          children:
            (node.content ?? []).length > 0 ? [{ type: "paragraph", children: context.inline(node.content) }] : [],
        },
      ],
    }),
  ],
  readBlock: (node, context) => {
    const place = readPlace(node, context);
    return place === undefined ? readMap(node, context) : place;
  },
};
