import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import type { LessonNode } from "../../lesson-node.ts";
import type { RenderContext } from "../../render-context.ts";
import { saidOnly } from "../language/language.ts";
import { draftLineSchema, isWritable, lineSchema, onOneLine } from "../lesson-attributes.ts";
import { type BlockProblem, defineNode, type LessonBlock } from "../lesson-block.ts";
import { embedProviderNames, parseEmbed } from "./embed-providers.ts";

const MAX_DESCRIPTION = 6_000;

const urlSchema = z.string().transform((address, context) => {
  const embedded = parseEmbed(address);
  if (embedded) return embedded.url;
  context.addIssue({ code: "custom", message: `must be the address of something at ${embedProviderNames.join(", ")}` });
  return z.NEVER;
});

const descriptionSchema = z
  .string()
  .max(MAX_DESCRIPTION)
  .transform((text) => onOneLine(text).trim())
  .refine((text) => text.length > 0, "must not be empty")
  .refine(isWritable, "holds a control character");

/** As a file of a package holds it. */
const embedSchema = z.strictObject({
  url: urlSchema,
  title: lineSchema,
  /** What is seen and said, for those who cannot see or hear it or do not want to ask elsewhere for it. */
  description: descriptionSchema.nullable().default(null),
});

/** As a draft may hold it. */
const draftEmbedSchema = embedSchema.extend({ url: urlSchema.nullable().default(null), title: draftLineSchema });

function embedProblems({ attrs }: LessonNode): BlockProblem[] {
  return [
    ...(attrs?.url ? [] : [{ code: "embedAddress", reason: "An embed needs the attribute url." }]),
    ...(attrs?.title ? [] : [{ code: "embedTitle", reason: "An embed needs the attribute title." }]),
  ];
}

function renderEmbed(attributes: z.output<typeof draftEmbedSchema>, { words }: RenderContext): string {
  const { url, description } = attributes;
  const embedded = url === null ? null : parseEmbed(url);
  if (!embedded) return "";
  const { name } = embedded;
  const title = attributes.title ?? name;
  const show = serializeAttrsToHTMLString({
    class: "embed-show",
    href: embedded.url,
    rel: "noreferrer noopener",
    "data-embed": `/resources/embeds?url=${encodeURIComponent(embedded.url)}`,
    "data-title": title,
    "aria-label": `${words.embed.show}: ${title}`,
  });
  const head = `<p class="embed-title" dir="auto">${escapeHTML(title)}</p>`;
  const from = `<p class="embed-from">${escapeHTML(words.embed.from)} <bdi>${escapeHTML(name)}</bdi></p>`;
  const card = `<div class="embed-card">${head}${from}<a${show}>${escapeHTML(words.embed.show)}</a></div>`;
  if (description === null) return `<div class="embed">${card}</div>`;
  const text = `<summary>${escapeHTML(words.embed.description)}</summary><p dir="auto">${escapeHTML(description)}</p>`;
  return `<div class="embed">${card}<details class="embed-description">${text}</details></div>`;
}

/** Something that is kept elsewhere, at a provider of the list. The page says what it is and asks nobody until told to. */
export const embed: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "embed",
        group: "block flow",
        atom: true,
        addAttributes: () => ({ url: { default: null }, title: { default: null }, description: { default: null } }),
        parseHTML: () => [{ tag: "div[data-embed-url]" }],
        renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes)],
      }),
      attributes: draftEmbedSchema,
      problems: embedProblems,
      render: ({ attributes, context }) => renderEmbed(attributes, context),
      writeBlock: ({ attributes }) => [
        { type: "leafDirective", name: "embed", attributes: saidOnly(attributes), children: [] },
      ],
    }),
  ],
  readBlock: (node, context) => {
    if (node.type !== "leafDirective" || node.name !== "embed") return undefined;
    if (node.children.length > 0) context.report(node, "unknownAttribute", "An embed has no [label]; write title=….");
    const attributes = context.attributes(node, embedSchema);
    return attributes && { type: "embed", attrs: attributes };
  },
};
