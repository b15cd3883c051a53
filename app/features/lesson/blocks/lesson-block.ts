import type { AnyExtension } from "@tiptap/core";
import type { BlockContent, DefinitionContent, Nodes, PhrasingContent } from "mdast";
import { z } from "zod";
import type { LessonMark, LessonNode } from "../lesson-node.ts";
import type { ReadContext } from "../read-context.ts";
import type { RenderContext } from "../render-context.ts";

export type FlowContent = BlockContent | DefinitionContent;

export type WriteContext = {
  blocks: (nodes: LessonNode[] | undefined) => FlowContent[];
  inline: (nodes: LessonNode[] | undefined) => PhrasingContent[];
};

type NodeInput<Attributes> = { node: LessonNode; attributes: Attributes };

/**
 * Something unfinished, which a draft may hold and a release may not. `code` is a key under lesson-editor:unfinished;
 * `reason` says the same to whoever reads the file of a package.
 */
export type BlockProblem = { code: string; reason: string };

type NodeDefinition<Schema extends z.ZodType<Record<string, unknown>>> = {
  extension: AnyExtension;
  attributes: Schema;
  /** What is wrong with a node that neither its attributes nor its content expression can say. */
  check?: (node: LessonNode) => string | undefined;
  /** What is unfinished about a node that stands where it may. */
  problems?: (node: LessonNode) => BlockProblem[];
  dropWhenEmpty?: boolean;
  /** Holds an empty paragraph where nothing is written yet. */
  fillWhenEmpty?: boolean;
  render: (input: NodeInput<z.output<Schema>> & { children: string; context: RenderContext }) => string;
  writeBlock?: (input: NodeInput<z.output<Schema>> & { context: WriteContext }) => FlowContent[];
  writeInline?: (input: NodeInput<z.output<Schema>>) => PhrasingContent;
};

export type LessonNodeType = {
  name: string;
  extension: AnyExtension;
  attributes: z.ZodType<Record<string, unknown>>;
  check?: (node: LessonNode) => string | undefined;
  problems?: (node: LessonNode) => BlockProblem[];
  dropWhenEmpty: boolean;
  fillWhenEmpty: boolean;
  render: (input: { node: LessonNode; children: string; context: RenderContext }) => string;
  writeBlock?: (input: { node: LessonNode; context: WriteContext }) => FlowContent[];
  writeInline?: (input: { node: LessonNode }) => PhrasingContent;
};

/**
 * One node of the document: its TipTap definition, the schema of its attributes, its HTML and its Markdown.
 * `render` and the writers throw a ZodError on attributes that the schema refuses.
 */
export function defineNode<Schema extends z.ZodType<Record<string, unknown>>>(
  definition: NodeDefinition<Schema>,
): LessonNodeType {
  const { extension, attributes, check, problems, render, writeBlock, writeInline } = definition;
  const { dropWhenEmpty = false, fillWhenEmpty = false } = definition;
  const parsed = (node: LessonNode) => ({ node, attributes: attributes.parse(node.attrs ?? {}) });
  return {
    name: extension.name,
    extension,
    attributes,
    check,
    problems,
    dropWhenEmpty,
    fillWhenEmpty,
    render: ({ node, children, context }) => render({ ...parsed(node), children, context }),
    writeBlock: writeBlock && (({ node, context }) => writeBlock({ ...parsed(node), context })),
    writeInline: writeInline && (({ node }) => writeInline(parsed(node))),
  };
}

type MarkDefinition<Schema extends z.ZodType<Record<string, unknown>>> = {
  extension: AnyExtension;
  attributes: Schema;
  render: (input: { attributes: z.output<Schema>; children: string; context: RenderContext }) => string;
  write: (input: { attributes: z.output<Schema>; children: PhrasingContent[]; text: string }) => PhrasingContent;
};

export type LessonMarkType = {
  name: string;
  extension: AnyExtension;
  attributes: z.ZodType<Record<string, unknown>>;
  render: (input: { mark: LessonMark; children: string; context: RenderContext }) => string;
  write: (input: { mark: LessonMark; children: PhrasingContent[]; text: string }) => PhrasingContent;
};

/** One mark upon text, as `defineNode` defines a node. */
export function defineMark<Schema extends z.ZodType<Record<string, unknown>>>(
  definition: MarkDefinition<Schema>,
): LessonMarkType {
  const { extension, attributes, render, write } = definition;
  const parsed = (mark: LessonMark) => attributes.parse(mark.attrs ?? {});
  return {
    name: extension.name,
    extension,
    attributes,
    render: ({ mark, children, context }) => render({ attributes: parsed(mark), children, context }),
    write: ({ mark, children, text }) => write({ attributes: parsed(mark), children, text }),
  };
}

/**
 * What one folder under `blocks/` exports. A reader answers undefined for Markdown that is not its own, and null
 * when it has reported a problem.
 */
export type LessonBlock = {
  nodes?: LessonNodeType[];
  marks?: LessonMarkType[];
  /** HTML of nodes that a page has and no document: rendering puts them there. */
  drawn?: Record<string, (input: { node: LessonNode; context: RenderContext }) => string>;
  readBlock?: (node: Nodes, context: ReadContext) => LessonNode | null | undefined;
  readInline?: (node: Nodes, context: ReadContext) => LessonNode[] | null | undefined;
  readMark?: (node: Nodes, context: ReadContext) => LessonMark | null | undefined;
  /** Wraps what another block wrote, where the Markdown of both is needed. */
  wrapMarkdown?: (node: LessonNode, written: FlowContent[]) => FlowContent[];
  /** Brings a whole document into its one canonical form. */
  arrange?: (document: LessonNode) => LessonNode;
  /** What is unfinished about a document as a whole, and at which of its nodes. */
  documentProblems?: (document: LessonNode) => (BlockProblem & { node: LessonNode })[];
};

export const noAttributes = z.strictObject({});
