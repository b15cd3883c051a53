import { Mark } from "@tiptap/core";
import { serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import { lessonUnreadable } from "../../lesson-unreadable.ts";
import type { LinkTarget, RenderContext } from "../../render-context.ts";
import { defineMark, type LessonBlock } from "../lesson-block.ts";

const INSIDE = /^(lesson|course):([a-z0-9]+(?:-[a-z0-9]+)*)$/;

function isOutside(href: string): boolean {
  if (!/^https:\/\/[^\s<>"'`\\]+$/i.test(href)) return false;
  const url = URL.canParse(href) ? new URL(href) : null;
  return url?.protocol === "https:" && url.username === "" && url.password === "";
}

/** What a `lesson:` or `course:` link names, or null for one that leads outside. */
function linkTarget(href: string): LinkTarget | null {
  const [, kind, slug] = INSIDE.exec(href) ?? [];
  if (!slug) return null;
  return { kind: kind === "lesson" ? "lesson" : "course", slug };
}

/** Whether a link of a lesson may lead there. */
export function isLinkHref(href: string): boolean {
  return INSIDE.test(href) || isOutside(href);
}

const hrefSchema = z.string().max(2000).refine(isLinkHref, "must begin with https://, lesson: or course:");

function hrefOf(href: string, context: RenderContext): Record<string, string> {
  const target = linkTarget(href);
  if (!target) return { href, rel: "noopener noreferrer" };
  const resolved = context.resolveLink(target);
  if (resolved === null) throw lessonUnreadable(`A link leads to ${href}, which is not there.`);
  return { href: resolved };
}

export const link: LessonBlock = {
  marks: [
    defineMark({
      extension: Mark.create({
        name: "link",
        inclusive: false,
        addAttributes: () => ({ href: { default: null } }),
        parseHTML: () => [{ tag: "a[href]" }],
        renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
      }),
      attributes: z.strictObject({ href: hrefSchema }),
      render: ({ attributes, children, context }) =>
        `<a${serializeAttrsToHTMLString(hrefOf(attributes.href, context))}>${children}</a>`,
      write: ({ attributes, children }) => ({ type: "link", url: attributes.href, title: null, children }),
    }),
  ],
  readMark: (node, context) => {
    if (node.type !== "link") return undefined;
    if (node.title) {
      context.report(node, "link", "A link has no title.");
      return null;
    }
    if (!hrefSchema.safeParse(node.url).success) {
      context.report(node, "link", `The link to ${node.url} is refused: write https://…, lesson:… or course:….`);
      return null;
    }
    const target = linkTarget(node.url);
    if (target) context.mention(node, target.kind === "lesson" ? "lessons" : "courses", target.slug);
    return { type: "link", attrs: { href: node.url } };
  },
};
