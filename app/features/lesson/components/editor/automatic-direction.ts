import { Extension } from "@tiptap/core";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { automaticDirection, type Direction, firstStrongDirection } from "../../blocks/first-strong-direction.ts";
import type { LessonNode } from "../../lesson-node.ts";
import { changedBlocks } from "./changed-blocks.ts";

const LINES: ReadonlySet<string> = new Set(["paragraph", "heading"]);
const SIDES: ReadonlySet<string> = new Set(["transcription", "translation"]);

function runOf(block: Node): LessonNode[] {
  const run: LessonNode[] = [];
  block.forEach((node) => {
    run.push({ type: node.type.name, text: node.text, marks: node.marks.map(({ type }) => ({ type: type.name })) });
  });
  return run;
}

/** As `withLineDirections` finds it on the way down, for the reader's page. */
function directionAround(place: ResolvedPos, locale: Locale): Direction {
  for (let depth = place.depth; depth > 0; depth -= 1) {
    const { attrs, type, textContent } = place.node(depth);
    if (attrs.dir === "ltr" || attrs.dir === "rtl") return attrs.dir;
    if ((attrs.lang && attrs.lang !== locale) || SIDES.has(type.name)) return firstStrongDirection(textContent);
  }
  return directionOf(locale);
}

function directionFor(node: Node, place: ResolvedPos, locale: Locale): Direction | "auto" | null {
  if (node.attrs.dir) return null;
  if (node.attrs.lang && node.attrs.lang !== locale) return "auto";
  if (!LINES.has(node.type.name)) return null;
  const own = automaticDirection(runOf(node));
  return own && own !== directionAround(place, locale) ? own : null;
}

/** The blocks between two places that say nothing of their direction and run otherwise than what is around them. */
function turnedBlocks(document: Node, { from, to, locale }: { from: number; to: number; locale: Locale }) {
  const found: Decoration[] = [];
  document.nodesBetween(from, to, (node, at) => {
    if (node.isInline) return false;
    const dir = directionFor(node, document.resolve(at), locale);
    if (dir) found.push(Decoration.node(at, at + node.nodeSize, { dir }));
    return !node.isTextblock;
  });
  return found;
}

/** Lines that say nothing of their direction run as their first letter does; words set apart do not count. */
export function automaticLines(locale: Locale): Extension {
  const key = new PluginKey<DecorationSet>("automaticLines");
  const inAll = (doc: Node) => turnedBlocks(doc, { from: 0, to: doc.content.size, locale });
  return Extension.create({
    name: "automaticLines",
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => DecorationSet.create(doc, inAll(doc)),
          apply: (transaction, known, before, { doc }) => {
            const changed = changedBlocks(before.doc, doc);
            if (!changed) return known;
            const mapped = known.map(transaction.mapping, doc);
            // `find` answers what touches the stretch too.
            const old = mapped
              .find(changed.from, changed.to)
              .filter((one) => one.from >= changed.from && one.to <= changed.to);
            return mapped.remove(old).add(doc, turnedBlocks(doc, { ...changed, locale }));
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  });
}
