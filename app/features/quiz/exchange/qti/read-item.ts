import type { Locale } from "#app/platform/i18n/locales.ts";
import { isLocale } from "#app/platform/i18n/locales.ts";
import type { ExchangedQuestion } from "../exchanged-question.ts";
import type { DraftBody } from "../moodle-bodies.ts";
import { questionName } from "../question-name.ts";
import { lose, type ReadingNotes, refusal } from "../reading-notes.ts";
import { readDeclarations, readProcessing } from "./declarations.ts";
import { inner } from "./item-content.ts";
import { readFeedback } from "./item-feedback.ts";
import { forCandidate, type ItemReading } from "./item-reading.ts";
import { readEssay, readUpload } from "./read-by-hand.ts";
import { readChoices, readHottext } from "./read-choices.ts";
import { isEntry, readEntry, readGapMatch, readGaps } from "./read-entries.ts";
import { readAssociations, readMatches, readOrder } from "./read-pairs.ts";
import { readGraphicGaps, readHotspots } from "./read-pictures.ts";
import { allBelow, childrenNamed, descendantsNamed, type XmlElement } from "./xml-tree.ts";

type Read = (reading: ItemReading, interaction: XmlElement) => DraftBody;

/** What reads an item with one interaction of a name. */
const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["choiceInteraction", readChoices],
  ["textEntryInteraction", readEntry],
  ["inlineChoiceInteraction", readGaps],
  ["matchInteraction", readMatches],
  ["orderInteraction", readOrder],
  ["gapMatchInteraction", readGapMatch],
  ["extendedTextInteraction", readEssay],
  ["associateInteraction", readAssociations],
  ["hottextInteraction", readHottext],
  ["hotspotInteraction", readHotspots],
  ["graphicGapMatchInteraction", readGraphicGaps],
  ["uploadInteraction", readUpload],
]);

/** The language of an item, where it is one of the academy's. */
export function localeOfItem({ attributes }: XmlElement, usual: Locale): Locale {
  const language = (attributes.lang ?? "").toLowerCase().split("-")[0];
  return isLocale(language) ? language : usual;
}

type Asked = { item: XmlElement; notes: ReadingNotes; sizeOf: ItemReading["sizeOf"]; tags: string[] };

/** An assessmentItem as a question, before anybody has checked it. Throws a refusal where it is none of ours. */
export function readItem({ item, notes, sizeOf, tags }: Asked): ExchangedQuestion {
  const [body] = childrenNamed(item, "itemBody");
  const interactions = body ? outermost(body) : [];
  const [interaction] = interactions;
  if (!body || !interaction) throw refusal("noInteraction");
  const [varied] = childrenNamed(item, "templateDeclaration");
  if (varied) throw refusal("interaction", { name: "templateDeclaration" });
  const responses = readDeclarations(item);
  const processing = readProcessing(item);
  const choices = new Set(allBelow(body).map(({ attributes }) => attributes.identifier ?? ""));
  const feedback = readFeedback(item, choices, notes);
  const title = item.attributes.title ?? item.attributes.identifier ?? "";
  const htmlOf: ItemReading["htmlOf"] = (element, replace) => inner(element, notes, replace);
  const reading = { body, title, interactions, responses, processing, feedback, notes, sizeOf, htmlOf };
  const drafted = draft(reading, interaction);
  nameLosses(item, drafted, reading);
  return { name: questionName(title, "", notes), ...drafted, tags, category: [] };
}

/** Interactions that stand in no other. */
function outermost(body: XmlElement): XmlElement[] {
  const found = allBelow(body).filter(({ name }) => /Interaction$/.test(name));
  return found.filter((one) => !found.some((other) => other !== one && allBelow(other).includes(one)));
}

function draft(reading: ItemReading, interaction: XmlElement): DraftBody {
  const { interactions } = reading;
  if (interactions.length > 1) {
    if (interactions.every(isEntry)) return readGaps(reading);
    throw refusal("interactions", { names: [...new Set(interactions.map(({ name }) => name))].join(", ") });
  }
  const read = readers.get(interaction.name);
  if (!read) throw refusal("interaction", { name: interaction.name });
  return read(reading, interaction);
}

const BY_HAND = new Set(["essay", "file-upload"]);

/** What the item says beside its question, and questions here have not. */
function nameLosses(item: XmlElement, { type }: DraftBody, { body, processing, notes }: ItemReading): void {
  for (const name of processing.unknown) lose(notes, "processing", { rule: name });
  if (item.attributes.adaptive === "true") lose(notes, "adaptive");
  if (item.attributes.timeDependent === "true") lose(notes, "setting", { what: "timeDependent" });
  if (childrenNamed(item, "stylesheet").length > 0) lose(notes, "style");
  for (const name of ["companionMaterialsInfo", "catalogInfo", "apipAccessibility"]) {
    if (childrenNamed(item, name).length > 0) lose(notes, "element", { element: name });
  }
  const forGraders = descendantsNamed(body, "rubricBlock").filter((block) => !forCandidate(block));
  if (forGraders.length > 0 && !BY_HAND.has(type)) lose(notes, "rubric");
}
