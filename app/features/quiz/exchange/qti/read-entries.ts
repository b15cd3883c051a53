import { newPartId } from "../../question-types/part-id.ts";
import type { Share } from "../../question-types/share.ts";
import { importWords } from "../import-words.ts";
import type { DraftBody } from "../moodle-bodies.ts";
import { demanded } from "../question-text.ts";
import { lose, type ReadingNotes, refusal } from "../reading-notes.ts";
import type { Processing, Response, Tolerance } from "./declarations.ts";
import { type Earning, earnings } from "./earned.ts";
import { lineOf } from "./item-content.ts";
import { common, type ItemReading, loseSettings, responseOf, stemOf, textAround } from "./item-reading.ts";
import { childrenNamed, descendantsNamed, type XmlElement } from "./xml-tree.ts";

const NUMBERS = new Set(["float", "integer"]);

const partly = (share: Share | undefined) => (share === undefined || share === 1 ? {} : { share });

function acceptedTexts(entries: readonly Earning[]) {
  return entries
    .filter(({ key }) => /\S/.test(key))
    .map(({ key, share }) => ({ id: newPartId(), text: key.slice(0, 300), ...partly(share) }));
}

const strictOf = (entries: readonly Earning[]) =>
  entries.every(({ caseSensitive }) => caseSensitive) ? { strict: ["case"] } : {};

/** A number with how near one must come to it. */
function accepted(key: string, tolerance: Tolerance | undefined) {
  const value = Number(key);
  if (key.trim() === "" || !Number.isFinite(value)) throw refusal("unreadable", { problem: key.slice(0, 100) });
  if (!tolerance) return { value };
  if (tolerance.kind === "significant") return { value, tolerance };
  const { kind, below, above } = tolerance;
  const size = kind === "relative" ? 0.01 : 1;
  const off = [below, above].map((one) => Math.abs(one) * size);
  const [low = 0, high = 0] = off;
  if (low === high) return low === 0 ? { value } : { value, tolerance: { kind, by: low } };
  const span = kind === "relative" ? Math.abs(value) : 1;
  return { from: value - low * span, to: value + high * span };
}

function acceptedNumbers(entries: readonly Earning[], tolerance: Tolerance | undefined) {
  return entries.map(({ key, share }) => ({ id: newPartId(), ...accepted(key, tolerance), ...partly(share) }));
}

function readEarnings(response: Response, processing: Processing, notes: ReadingNotes): Earning[] {
  const entries = earnings(response, processing, notes);
  if (entries.length === 0) throw refusal("noAnswers");
  return entries;
}

const settings = ["patternMask", "placeholderText", "expectedLength", "base", "stringIdentifier"];

/** One textEntryInteraction: a short text, or a number where it takes one. */
export function readEntry(reading: ItemReading, interaction: XmlElement): DraftBody {
  const { notes, processing } = reading;
  const response = responseOf(reading, interaction);
  loseSettings(interaction, notes, ...settings.filter((name) => name !== "expectedLength"));
  const entries = readEarnings(response, processing, notes);
  const stem = stemAround(reading, interaction);
  if (NUMBERS.has(response.baseType)) {
    const answers = acceptedNumbers(entries, processing.tolerances.get(response.id));
    return { type: "numeric", body: { ...common(reading, stem), answers } };
  }
  const strict = strictOf(entries);
  return { type: "short-text", body: { ...common(reading, stem), accepted: acceptedTexts(entries), ...strict } };
}

const PLACE = "EnterHereTheAnswer";

/** Where the answer stands amid a sentence, a line stands for it; at the end of a text there is no need of one. */
function stemAround(reading: ItemReading, interaction: XmlElement): string {
  const around = textAround(reading, (element) => (element === interaction ? PLACE : ""));
  const [before = "", after = ""] = around.split(PLACE);
  if (after.trim() === "") return before.trim() || stemOf(reading);
  return around.replace(PLACE, "……");
}

const ENTRY = new Set(["textEntryInteraction", "inlineChoiceInteraction"]);
export const isEntry = ({ name }: XmlElement): boolean => ENTRY.has(name);

const markOf = (index: number) => `GapInTheTextNo${index}End`;
const MARK = /GapInTheTextNo(\d+)End/g;

/** The text with its gaps, and what asks for them to be filled where the item itself does not. */
function gapTexts(reading: ItemReading, marked: string, idOf: (index: number) => string) {
  const { notes } = reading;
  const text = marked.replace(MARK, (_, index: string) => `{{${idOf(Number(index))}}}`);
  return { ...common(reading, importWords(notes.locale).fillGaps), text: demanded(text, notes) };
}

/** Several interactions within a text. */
export function readGaps(reading: ItemReading): DraftBody {
  const { interactions, notes, processing } = reading;
  const gaps = interactions.map((interaction) => readGap(reading, interaction));
  const marked = textAround(reading, (element) => markOf(interactions.indexOf(element)));
  const weights = weightsOf(
    interactions.map((interaction) => responseOf(reading, interaction)),
    processing,
    notes,
  );
  const list = gaps.map((gap, index) => ({ ...gap, ...((weights[index] ?? 1) > 1 ? { weight: weights[index] } : {}) }));
  const body = gapTexts(reading, marked, (index) => gaps[index]?.id ?? "");
  return { type: "gap-text", body: { ...body, gaps: list, partial: processing.together ? "none" : "each" } };
}

function readGap(reading: ItemReading, interaction: XmlElement) {
  const { notes, processing } = reading;
  const response = responseOf(reading, interaction);
  const entries = readEarnings(response, processing, notes);
  const id = newPartId();
  if (interaction.name === "inlineChoiceInteraction") {
    const earned = new Map(entries.map(({ key, share }) => [key, share]));
    const choices = childrenNamed(interaction, "inlineChoice").map((choice) => {
      const share = earned.get(choice.attributes.identifier ?? "");
      return {
        id: newPartId(),
        label: demanded(lineOf(choice, notes), notes),
        ...(share === undefined ? {} : { share }),
      };
    });
    return { id, kind: "choices", choices };
  }
  loseSettings(interaction, notes, ...settings.filter((name) => name !== "expectedLength"));
  if (NUMBERS.has(response.baseType)) {
    return { id, kind: "number", answers: acceptedNumbers(entries, processing.tolerances.get(response.id)) };
  }
  return { id, kind: "text", accepted: acceptedTexts(entries), ...strictOf(entries) };
}

/** How much each gap counts, in the smallest whole numbers that say so. */
function weightsOf(responses: readonly Response[], { by }: Processing, notes: ReadingNotes): number[] {
  if (by !== "map") return responses.map(() => 1);
  const best = responses.map(({ map, upper }) =>
    Math.min(Math.max(1e-9, ...map.map(({ value }) => value)), upper ?? Number.POSITIVE_INFINITY),
  );
  if (responses.some(({ map }) => map.length === 0)) return responses.map(() => 1);
  const least = Math.min(...best);
  for (let times = 1; times <= 20; times += 1) {
    const weights = best.map((value) => (value / least) * times);
    if (weights.every((weight) => Math.abs(weight - Math.round(weight)) < 1e-6 && weight <= 100))
      return weights.map(Math.round);
  }
  lose(notes, "weight", { answer: "", percent: "" });
  return responses.map(() => 1);
}

/** gapMatchInteraction: words are dragged into gaps; here each gap offers all of them. */
export function readGapMatch(reading: ItemReading, interaction: XmlElement): DraftBody {
  const { notes, processing } = reading;
  const response = responseOf(reading, interaction);
  if (descendantsNamed(interaction, "gapImg").length > 0) throw refusal("interaction", { name: "gapImg" });
  const words = childrenNamed(interaction, "gapText").map((word) => ({
    identifier: word.attributes.identifier ?? "",
    label: demanded(lineOf(word, notes), notes),
  }));
  const places = descendantsNamed(interaction, "gap");
  const pairs = earnings(response, processing, notes).map(({ key, share }) => ({ pair: key.split(/\s+/), share }));
  const gaps = places.map(({ attributes }) => {
    const fitting = pairs.filter(({ pair }) => pair.includes(attributes.identifier ?? ""));
    const best = fitting.map(({ pair }) => pair);
    const choices = words.map(({ identifier, label }) => ({
      ...{ id: newPartId(), label },
      ...(best.some((pair) => pair.includes(identifier)) ? { share: 1 } : {}),
    }));
    return { id: newPartId(), kind: "choices", choices };
  });
  const inside = (element: XmlElement) => {
    const index = places.indexOf(element);
    return index < 0 ? (element.name === "gapText" ? "" : undefined) : markOf(index);
  };
  const marked = textAround(reading, (element) => reading.htmlOf(element, inside));
  const body = gapTexts(reading, marked, (index) => gaps[index]?.id ?? "");
  return { type: "gap-text", body: { ...body, gaps, partial: processing.by === "match" ? "none" : "each" } };
}
