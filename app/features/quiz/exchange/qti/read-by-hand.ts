import { type FileKind, fileKinds } from "../../question-types/file-upload/file-kinds.ts";
import { plainToMarkdown } from "../html-to-markdown.ts";
import type { DraftBody } from "../moodle-bodies.ts";
import { demanded } from "../question-text.ts";
import { markdownOf } from "./item-content.ts";
import { common, forCandidate, type ItemReading, loseSettings } from "./item-reading.ts";
import { descendantsNamed, type XmlElement } from "./xml-tree.ts";

const MOST_LINES = 200;
const USUAL_BYTES = 10 * 1024 * 1024;

/** What is written for those who grade, and a right answer, is what a good answer is like. */
function modelOf({ body, responses, notes }: ItemReading, interaction: XmlElement) {
  const rubric = descendantsNamed(body, "rubricBlock")
    .filter((block) => !forCandidate(block))
    .map((block) => markdownOf(block, notes));
  const correct = responses.get(interaction.attributes.responseIdentifier ?? "")?.correct ?? [];
  const model = [...rubric, ...correct.map(plainToMarkdown)].filter((text) => text !== "").join("\n\n");
  return model ? { model: demanded(model, notes) } : {};
}

/** extendedTextInteraction. */
export function readEssay(reading: ItemReading, interaction: XmlElement): DraftBody {
  loseSettings(
    interaction,
    reading.notes,
    "expectedLength",
    "patternMask",
    "placeholderText",
    "minStrings",
    "maxStrings",
    "format",
  );
  const wanted = Math.trunc(Number(interaction.attributes.expectedLines));
  const lines = wanted >= 1 ? { lines: Math.min(wanted, MOST_LINES) } : {};
  return { type: "essay", body: { ...common(reading), rubric: [], ...modelOf(reading, interaction), ...lines } };
}

const families: [RegExp, FileKind][] = [
  [/pdf/, "pdf"],
  [/^image\//, "image"],
  [/^audio\//, "audio"],
  [/^video\//, "video"],
  [/csv|sheet|excel/, "table"],
  [/presentation|powerpoint/, "slides"],
  [/^text\/|word|document|rtf/, "document"],
];

/** uploadInteraction. */
export function readUpload(reading: ItemReading, interaction: XmlElement): DraftBody {
  const types = (interaction.attributes.type ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((type) => type !== "");
  const named = types.flatMap((type) => families.find(([family]) => family.test(type))?.[1] ?? []);
  const kinds = named.length > 0 ? [...new Set(named)] : Object.keys(fileKinds);
  const body = {
    ...common(reading),
    rubric: [],
    ...modelOf(reading, interaction),
    kinds,
    most: 1,
    mostBytes: USUAL_BYTES,
  };
  return { type: "file-upload", body };
}
