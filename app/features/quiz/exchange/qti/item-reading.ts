import { htmlToMarkdown } from "../html-to-markdown.ts";
import { commonOf } from "../moodle-bodies.ts";
import { lose, type ReadingNotes, refusal } from "../reading-notes.ts";
import type { Processing, Response } from "./declarations.ts";
import { inner, type Replace } from "./item-content.ts";
import type { ItemFeedback } from "./item-feedback.ts";
import { childrenNamed, type XmlElement } from "./xml-tree.ts";

/** An item while it is read. */
export type ItemReading = {
  body: XmlElement;
  title: string;
  interactions: XmlElement[];
  responses: ReadonlyMap<string, Response>;
  processing: Processing;
  feedback: ItemFeedback;
  notes: ReadingNotes;
  /** Width and height of a picture that came with the item, by the address that the item gives it. */
  sizeOf: (address: string) => { width: number; height: number } | null;
  /** The HTML within an element. */
  htmlOf: (element: XmlElement, replace: Replace) => string;
};

/** The response that an interaction gives. */
export function responseOf({ responses }: ItemReading, { attributes }: XmlElement): Response {
  const response = responses.get(attributes.responseIdentifier ?? "");
  if (!response) throw refusal("noKey");
  return response;
}

/** What stands around the interactions; `put` says what stands in the place of one. */
export function textAround(
  { body, interactions, notes }: ItemReading,
  put: (interaction: XmlElement) => string,
): string {
  const replace: Replace = (element) => {
    if (interactions.includes(element)) return put(element);
    if (element.name === "rubricBlock") return forCandidate(element) ? `<div>${inner(element, notes)}</div>` : "";
    return undefined;
  };
  return htmlToMarkdown(inner(body, notes, replace), notes);
}

export function forCandidate({ attributes }: XmlElement): boolean {
  const views = (attributes.view ?? "candidate").split(/\s+/);
  return views.includes("candidate");
}

const promptOf = (interaction: XmlElement, notes: ReadingNotes) =>
  childrenNamed(interaction, "prompt")
    .map((prompt) => `<div>${inner(prompt, notes)}</div>`)
    .join("");

/** What is asked: all around the interactions, with their prompts; where there is nothing, the item's title. */
export function stemOf(reading: ItemReading): string {
  return textAround(reading, (interaction) => promptOf(interaction, reading.notes)) || reading.title;
}

/** What every body begins with. */
export function common(reading: ItemReading, stem = stemOf(reading)) {
  return commonOf({ stem, feedback: reading.feedback.feedback }, reading.notes);
}

const usual: Record<string, string[]> = {
  minChoices: ["0"],
  minAssociations: ["0"],
  minStrings: ["0"],
  format: ["plain"],
};

/** Names those settings of an interaction that no question here has. */
export function loseSettings({ attributes }: XmlElement, notes: ReadingNotes, ...names: string[]): void {
  for (const name of names) {
    const value = attributes[name];
    if (value !== undefined && value !== "" && !usual[name]?.includes(value)) lose(notes, "setting", { what: name });
  }
}

export const partialOf = ({ processing }: ItemReading): "none" | "each" =>
  processing.by === "match" ? "none" : "each";
