import type { Nodes } from "mdast";
import type { ReadContext } from "./read-context.ts";

/** What a directive or another piece of Markdown is called. */
export function nameOf(node: Nodes): string {
  return "name" in node && typeof node.name === "string" ? node.name : node.type;
}

/** Reports Markdown that is no part of a lesson, with what to write instead. */
export function refuse(node: Nodes, report: ReadContext["report"]): null {
  switch (node.type) {
    case "html":
      report(node, "rawHtml", "Raw HTML is refused.");
      return null;
    case "containerDirective":
    case "leafDirective":
    case "textDirective":
      report(node, "unknownBlock", `There is no block called ${node.name}.`);
      return null;
    case "image":
    case "imageReference":
      report(node, "unsupported", "A picture stands in a figure block, with its credit and licence.");
      return null;
    case "linkReference":
    case "definition":
      report(node, "unsupported", "Write the address of a link in place: [text](https://…).");
      return null;
    default:
      report(node, "unsupported", `${node.type} is not one of the blocks of a lesson.`);
      return null;
  }
}
