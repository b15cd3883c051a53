import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import { numberingOf } from "#app/platform/i18n/format.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { LessonNode } from "../../lesson-node.ts";
import { lessonUnreadable } from "../../lesson-unreadable.ts";
import { fileEndings, mediaKind } from "../../media/media-kinds.ts";
import { fileNameOf } from "../../media/media-name.ts";
import type { RenderContext } from "../../render-context.ts";
import { saidOnly } from "../language/language.ts";
import { draftLineSchema, lineSchema } from "../lesson-attributes.ts";
import { type BlockProblem, defineNode, type LessonBlock } from "../lesson-block.ts";

const srcSchema = z
  .string()
  .regex(
    new RegExp(`^media/[a-z0-9][a-z0-9._-]*\\.(${fileEndings.join("|")})$`),
    `must name a file of media/ that ends in ${fileEndings.join(", ")}`,
  );

/** As a file of a package holds it. */
const attachmentSchema = z.strictObject({ src: srcSchema, title: lineSchema });

/** As a draft may hold it. */
const draftAttachmentSchema = z.strictObject({ src: srcSchema.nullable().default(null), title: draftLineSchema });

function attachmentProblems({ attrs }: LessonNode): BlockProblem[] {
  return [
    ...(attrs?.src ? [] : [{ code: "attachmentFile", reason: "An attachment needs the attribute src." }]),
    ...(attrs?.title ? [] : [{ code: "attachmentTitle", reason: "An attachment needs the attribute title." }]),
  ];
}

/** In the digits and units of the text's language. */
function sizeIn(text: string, bytes: number): string {
  const locale = localeSchema.parse(text);
  const isLarge = bytes >= 1e6;
  return new Intl.NumberFormat(`${locale}-u-nu-${numberingOf({ locale, digits: "automatic" })}`, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: isLarge && bytes < 1e7 ? 1 : 0,
  }).format(isLarge ? bytes / 1e6 : Math.max(1, bytes / 1e3));
}

function renderAttachment({ src, title }: z.output<typeof draftAttachmentSchema>, context: RenderContext): string {
  if (src === null) return "";
  const file = context.resolveFile(src);
  if (!file) throw lessonUnreadable(`The file ${src} is not there.`);
  const link = serializeAttrsToHTMLString({ class: "attachment-link", href: file.href, download: fileNameOf(src) });
  const kind = mediaKind(file.contentType)?.name ?? "";
  const facts = `${escapeHTML(context.words.download)} · <bdi>${kind}</bdi> · <bdi>${sizeIn(context.locale, file.bytes)}</bdi>`;
  const name = `<span class="attachment-title" dir="auto">${escapeHTML(title ?? fileNameOf(src))}</span>`;
  return `<p class="attachment"><a${link}>${name} <span class="attachment-facts">${facts}</span></a></p>`;
}

/** A file of the course that readers take with them. */
export const attachment: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "attachment",
        group: "block flow",
        atom: true,
        addAttributes: () => ({ src: { default: null }, title: { default: null } }),
        parseHTML: () => [{ tag: "p[data-attachment]" }],
        renderHTML: ({ HTMLAttributes }) => ["p", mergeAttributes(HTMLAttributes)],
      }),
      attributes: draftAttachmentSchema,
      problems: attachmentProblems,
      render: ({ attributes, context }) => renderAttachment(attributes, context),
      writeBlock: ({ attributes }) => [
        { type: "leafDirective", name: "attachment", attributes: saidOnly(attributes), children: [] },
      ],
    }),
  ],
  readBlock: (node, context) => {
    if (node.type !== "leafDirective" || node.name !== "attachment") return undefined;
    if (node.children.length > 0)
      context.report(node, "unknownAttribute", "An attachment has no [label]; write title=….");
    const attributes = context.attributes(node, attachmentSchema);
    if (attributes) context.mention(node, "media", attributes.src);
    return attributes && { type: "attachment", attrs: attributes };
  },
};
