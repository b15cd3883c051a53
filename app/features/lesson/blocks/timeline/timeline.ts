import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import type { Nodes } from "mdast";
import { z } from "zod";
import { type LessonNode, nodesOfType, textOf } from "../../lesson-node.ts";
import { isContainer, type ReadContext } from "../../read-context.ts";
import type { RenderContext } from "../../render-context.ts";
import { saidOnly } from "../language/language.ts";
import { optionalLineSchema } from "../lesson-attributes.ts";
import { type BlockProblem, defineNode, type LessonBlock } from "../lesson-block.ts";
import { type EventTime, eventDates, spanOf } from "./event-dates.ts";
import { type CalendarName, parseHistoricalDate, type Reckoning } from "./historical-date.ts";

const timelineSchema = z.strictObject({ title: optionalLineSchema });

const pointSchema = z.string().max(20);

const calendarSchema = z.enum(["gregorian", "hijri"], "must be gregorian or hijri").default("gregorian");
const eventShape = {
  to: pointSchema.nullable().default(null),
  circa: z.literal("yes", "can only be yes").nullable().default(null),
};

type Points = { calendar: CalendarName; from: string | null; to: string | null };

function checkPoints({ calendar, from, to }: Points, context: z.RefinementCtx): void {
  const message = "must be a year such as 691 or -586, or a day such as 1187-10-02";
  const report = (name: string) => context.addIssue({ code: "custom", path: [name], message });
  if (from !== null && !parseHistoricalDate(from, calendar)) report("from");
  if (to !== null && !parseHistoricalDate(to, calendar)) report("to");
}

/** As a file of a package holds it. */
const eventSchema = z
  .strictObject({ calendar: calendarSchema, from: pointSchema, ...eventShape })
  .superRefine(checkPoints);

/** As a draft may hold it: not dated yet. */
const draftEventSchema = z
  .strictObject({ calendar: calendarSchema, from: pointSchema.nullable().default(null), ...eventShape })
  .superRefine(checkPoints);

function timeOf(node: LessonNode): EventTime | null {
  const { from, ...rest } = draftEventSchema.parse(node.attrs ?? {});
  return from === null ? null : { from, ...rest };
}

function eventProblems(event: LessonNode): BlockProblem[] {
  const time = timeOf(event);
  const span = time && spanOf(time);
  return [
    ...(time ? [] : [{ code: "eventDate", reason: "An event of a timeline has no date." }]),
    ...(textOf(event).trim() === "" ? [{ code: "eventText", reason: "An event of a timeline has no text." }] : []),
    ...(span && span.last < span.first
      ? [{ code: "eventEnd", reason: "An event of a timeline ends before it begins." }]
      : []),
  ];
}

function orderProblems(timeline: LessonNode): BlockProblem[] {
  const times = (timeline.content ?? []).flatMap((event) => timeOf(event) ?? []);
  const first = times.flatMap((time) => spanOf(time)?.first ?? []);
  const inOrder = first.every((day, index) => day >= (first[index - 1] ?? day));
  return inOrder ? [] : [{ code: "eventOrder", reason: "The events of a timeline do not stand in order." }];
}

function datesOf(node: LessonNode, context: RenderContext) {
  const { words, locale } = context;
  const time = timeOf(node);
  return time && eventDates(time, { words: words.eras, locale, digits: context.years });
}

function renderEvent(node: LessonNode, children: string, context: RenderContext): string {
  const dates = datesOf(node, context);
  const other = dates?.other ? ` <span class="timeline-other"><bdi>${escapeHTML(dates.other)}</bdi></span>` : "";
  const when = `<p class="timeline-date"><bdi>${escapeHTML(dates?.given ?? "")}</bdi>${other}</p>`;
  return `<li class="timeline-event">${when}<p>${children}</p></li>`;
}

/** Which calendars the dates go by, said once beneath them. */
function renderNote(node: LessonNode, { words, ...context }: RenderContext): string {
  const events = nodesOfType(node, "timelineEvent");
  const used = new Set(events.flatMap((event) => datesOf(event, { words, ...context })?.reckonings ?? []));
  const sentences = (["tabular", "umalqura", "julian"] satisfies Reckoning[])
    .filter((reckoning) => used.has(reckoning))
    .map((reckoning) => words.reckonings[reckoning]);
  return sentences.length > 0 ? `<p class="timeline-note">${escapeHTML(sentences.join(" "))}</p>` : "";
}

function renderTimeline(node: LessonNode, children: string, context: RenderContext): string {
  const { title } = timelineSchema.parse(node.attrs ?? {});
  const place = context.nodes("timeline").indexOf(node) + 1;
  const own = { class: "timeline", role: "group", "aria-labelledby": `timeline-${place}` };
  const head = `<p class="timeline-title" id="timeline-${place}">${escapeHTML(title ?? context.words.timeline)}</p>`;
  const list = `<ol class="timeline-events" role="list">${children}</ol>`;
  return `<div${serializeAttrsToHTMLString(own)}>${head}${list}${renderNote(node, context)}</div>`;
}

function readEvent(node: Nodes, context: ReadContext): LessonNode | null | undefined {
  if (!isContainer(node, "event")) return undefined;
  const attributes = context.attributes(node, eventSchema);
  const text = context.onlyParagraph(node);
  if (!text) {
    context.report(node, node.children.length === 0 ? "emptyBlock" : "nestedWrongly", "An event is one paragraph.");
    return null;
  }
  return attributes && { type: "timelineEvent", attrs: attributes, content: context.inline(text.children) };
}

function readTimeline(node: Nodes, context: ReadContext): LessonNode | null | undefined {
  if (!isContainer(node, "timeline")) return undefined;
  const attributes = context.attributes(node, timelineSchema);
  const content = context.blocks(node, "timeline");
  if (node.children.length === 0) context.report(node, "emptyBlock", "A timeline is empty.");
  if (!attributes || content.length === 0) return null;
  const timeline = { type: "timeline", attrs: attributes, content };
  for (const { reason } of [...content.flatMap(eventProblems), ...orderProblems(timeline)])
    context.report(node, "badAttribute", reason);
  return timeline;
}

/** Events in the order of their time, each dated by the common and the Hijri calendar. */
export const timeline: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "timeline",
        group: "block",
        content: "timelineEvent+",
        addAttributes: () => ({ title: { default: null } }),
        parseHTML: () => [{ tag: "section[data-timeline]" }],
        renderHTML: ({ HTMLAttributes }) => ["section", mergeAttributes(HTMLAttributes, { "data-timeline": "" }), 0],
      }),
      attributes: timelineSchema,
      problems: orderProblems,
      dropWhenEmpty: true,
      render: ({ node, children, context }) => renderTimeline(node, children, context),
      writeBlock: ({ node, attributes, context }) => [
        {
          type: "containerDirective",
          name: "timeline",
          attributes: saidOnly(attributes),
          children: context.blocks(node.content),
        },
      ],
    }),
    defineNode({
      extension: Node.create({
        name: "timelineEvent",
        content: "inline*",
        addAttributes: () => ({
          calendar: { default: "gregorian" },
          from: { default: null },
          to: { default: null },
          circa: { default: null },
        }),
        parseHTML: () => [{ tag: "div[data-timeline-event]" }],
        renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { "data-timeline-event": "" }), 0],
      }),
      attributes: draftEventSchema,
      problems: eventProblems,
      render: ({ node, children, context }) => renderEvent(node, children, context),
      writeBlock: ({ node, attributes: { calendar, ...attributes }, context }) => [
        {
          type: "containerDirective",
          name: "event",
          attributes: saidOnly({ calendar: calendar === "gregorian" ? null : calendar, ...attributes }),
          children: [{ type: "paragraph", children: context.inline(node.content) }],
        },
      ],
    }),
  ],
  readBlock: (node, context) => {
    const event = readEvent(node, context);
    return event === undefined ? readTimeline(node, context) : event;
  },
};
