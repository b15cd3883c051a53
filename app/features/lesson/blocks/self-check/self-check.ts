import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import { type LessonNode, nodesOfType } from "../../lesson-node.ts";
import { saidOnly } from "../language/language.ts";
import { type BlockProblem, defineNode, type LessonBlock } from "../lesson-block.ts";

const questionSchema = z.uuid("must be the id of a question");

/** As a file of a package holds it. */
const selfCheckSchema = z.strictObject({ question: questionSchema });
/** As a draft may hold it: no question is chosen yet. */
const draftSelfCheckSchema = z.strictObject({ question: questionSchema.nullable().default(null) });

/** Ids of the questions that a text asks, each once, in the order of reading. */
export function askedQuestions(document: LessonNode): string[] {
  const asked = nodesOfType(document, "selfCheck").map((node) => draftSelfCheckSchema.parse(node.attrs).question);
  return [...new Set(asked.filter((question) => question !== null))];
}

function askedTwice(document: LessonNode): (BlockProblem & { node: LessonNode })[] {
  const nodes = nodesOfType(document, "selfCheck").filter(({ attrs }) => attrs?.question);
  const again = nodes.filter((node, index) =>
    nodes.slice(0, index).some(({ attrs }) => attrs?.question === node.attrs?.question),
  );
  return again.map((node) => ({ code: "selfCheckTwice", reason: "A question is asked twice in one text.", node }));
}

/** A question of the course's bank, asked in the text. The page asks the server for it; nothing of it stands here. */
export const selfCheck: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "selfCheck",
        group: "block",
        atom: true,
        addAttributes: () => ({ question: { default: null } }),
        parseHTML: () => [{ tag: "div[data-self-check]" }],
        renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { "data-self-check": "" })],
      }),
      attributes: draftSelfCheckSchema,
      problems: ({ attrs }) =>
        attrs?.question ? [] : [{ code: "selfCheckQuestion", reason: "No question is chosen to check oneself by." }],
      render: ({ node, attributes, context }) => {
        if (attributes.question === null) return "";
        const place = context.nodes("selfCheck").indexOf(node) + 1;
        const { label, needsScript } = context.words.selfCheck;
        const own = { class: "self-check", role: "group", "aria-labelledby": `self-check-${place}` };
        const asked = serializeAttrsToHTMLString({
          class: "self-check-question",
          "data-self-check": attributes.question,
        });
        return [
          `<div${serializeAttrsToHTMLString(own)}>`,
          `<p class="self-check-label" id="self-check-${place}">${escapeHTML(label)}</p>`,
          `<div${asked}><noscript><p>${escapeHTML(needsScript)}</p></noscript></div></div>`,
        ].join("");
      },
      writeBlock: ({ attributes }) => [
        { type: "leafDirective", name: "self-check", attributes: saidOnly(attributes), children: [] },
      ],
    }),
  ],
  readBlock: (node, context) => {
    if (node.type !== "leafDirective" || node.name !== "self-check") return undefined;
    if (node.children.length > 0) context.report(node, "unknownAttribute", "A question has no [label].");
    const attributes = context.attributes(node, selfCheckSchema);
    if (!attributes) return null;
    context.mention(node, "questions", attributes.question);
    return { type: "selfCheck", attrs: attributes };
  },
  documentProblems: askedTwice,
};
