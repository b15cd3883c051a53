import type { Nodes, Root } from "mdast";
import { directiveFromMarkdown, directiveToMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableFromMarkdown, gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type Handle, type Options, toMarkdown } from "mdast-util-to-markdown";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import { lessonDirectives } from "./span-directive.ts";

/** CommonMark with the tables and notes of GitHub, and directives. Positions keep where a directive was closed. */
export function readMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [lessonDirectives(), gfmFootnote(), gfmTable()],
    mdastExtensions: [directiveFromMarkdown({ verbose: true }), gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()],
  });
}

const directives = directiveToMarkdown();

// A text may end before a note or a link that would pass for the label of a span.
const colons: Options["unsafe"] = [
  { character: ":", after: "span\\[", inConstruct: "phrasing" },
  { character: ":", after: "cite\\{", inConstruct: "phrasing" },
  { character: ":", afterNode: "textDirective", inConstruct: "phrasing" },
  { character: ":", atBreak: true, after: ":" },
  // A note at the start of a line, with a colon after it, would pass for the note's text.
  { character: ":", before: "\\]", inConstruct: "phrasing" },
];

const plainWord = /(\{| )(lang|dir|kind|width)="([A-Za-z0-9-]+)"/g;
const AT_END = /\{[^{}]*\}$/;

/** Attributes whose values are single known words are written without quotes. */
function unquoted(name: "containerDirective" | "textDirective"): Handle {
  return (node: Nodes, parent, state, info) => {
    const written = directives.handlers?.[name]?.(node, parent, state, info) ?? "";
    const bare = (attributes: string) => attributes.replace(plainWord, "$1$2=$3");
    // A cell of a table ends at a bar, wherever it stands.
    if ("name" in node && node.name === "cite") return written.replaceAll("|", "&#x7C;");
    if (name === "textDirective") return written.replace(AT_END, bare);
    const end = written.indexOf("\n");
    return bare(written.slice(0, end)) + written.slice(end);
  };
}

const options: Options = {
  bullet: "-",
  emphasis: "*",
  strong: "*",
  rule: "-",
  fences: true,
  listItemIndent: "one",
  incrementListMarker: true,
  extensions: [
    gfmFootnoteToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
    {
      handlers: {
        ...directives.handlers,
        containerDirective: unquoted("containerDirective"),
        textDirective: unquoted("textDirective"),
      },
      unsafe: colons,
      join: [
        (left, right) => (left.type === "footnoteDefinition" && right.type === "footnoteDefinition" ? 0 : undefined),
      ],
    },
  ],
};

export function writeMarkdown(root: Root): string {
  return toMarkdown(root, options);
}
