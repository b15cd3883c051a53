import { z } from "zod";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { feedbackSchema } from "../../question-types/body-parts.ts";
import type { ExchangedQuestion, QuestionFile, QuestionWriter, WrittenQuestions } from "../exchanged-question.ts";
import { filesNamedBy } from "../named-files.ts";
import { lose } from "../reading-notes.ts";
import { writeChecked } from "../write-checked.ts";
import type { WritingNotes } from "../written-text.ts";
import { readQti } from "./read-qti.ts";
import { writeBody } from "./write-bodies.ts";
import { type Entry, writeManifest } from "./write-manifest.ts";
import { templates, writeFeedback } from "./write-processing.ts";
import { escapeText, htmlOf, qti } from "./xml-text.ts";

const NAMESPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
const SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd";

const commonSchema = z.object({ stem: translatedSchema, feedback: feedbackSchema.optional() });

const score = qti(
  "outcome-declaration",
  { identifier: "SCORE", cardinality: "single", "base-type": "float" },
  qti("default-value", {}, qti("value", {}, "0")),
);

/** Of the languages of a question, the one in which its item is. */
const languageOf = (stem: Translated, locale: Locale) => pickTranslated(stem, locale).locale;

function writeItem({ name, type, body, category }: ExchangedQuestion, id: string, notes: WritingNotes): string {
  const { stem, feedback } = commonSchema.parse(body);
  const { responses, outcomes = [], content, scoring } = writeBody(type, body, notes);
  const after = writeFeedback(feedback, notes);
  const hasRules = Array.isArray(scoring) || after.rules.length > 0;
  const rules = Array.isArray(scoring) ? scoring : scoring === null ? [] : [ruleOf(scoring)];
  const processing = hasRules
    ? qti("response-processing", {}, ...rules, ...after.rules)
    : scoring === null || Array.isArray(scoring)
      ? ""
      : templates[scoring];
  if (category.length > 0) lose(notes, "category", { path: category.join(" / ") });
  const parts = [
    ...responses,
    score,
    ...outcomes,
    ...after.outcomes,
    qti("item-body", {}, `\n<div>${htmlOf(stem, notes)}</div>\n${content}\n`),
    processing,
    ...after.modal,
  ].filter((part) => part !== "");
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${SCHEMA}" identifier="${id}" title="${escapeText(name)}" xml:lang="${languageOf(stem, notes.locale)}" adaptive="false" time-dependent="false">
${parts.join("\n")}
</qti-assessment-item>
`;
}

function ruleOf(scoring: "match" | "map"): string {
  const identifier = "RESPONSE";
  if (scoring === "map") return qti("set-outcome-value", { identifier: "SCORE" }, qti("map-response", { identifier }));
  const right = qti("match", {}, qti("variable", { identifier }), qti("correct", { identifier }));
  const whole = qti("set-outcome-value", { identifier: "SCORE" }, qti("base-value", { "base-type": "float" }, "1"));
  return qti("response-condition", {}, qti("response-if", {}, right, whole));
}

/** Before the end tag of the root, where comments may stand. */
function withComment(item: string, comment: string | null): string {
  if (comment === null) return item;
  const end = item.lastIndexOf("</");
  return `${item.slice(0, end)}<!-- ${comment} -->\n${item.slice(end)}`;
}

const encode = (text: string) => new TextEncoder().encode(text);

/**
 * Writes questions as a package of QTI 3.0: an item for each, a manifest, and the files that they name. Reading it here
 * gives equal questions; what other programs will not see of them is named.
 */
export const writeQti: QuestionWriter = (questions, { locale, media }) => {
  const entries: Entry[] = [];
  const items: QuestionFile[] = [];
  const out: Pick<WrittenQuestions, "lossy" | "refused"> = { lossy: [], refused: [] };
  const used = new Set<string>();
  for (const [index, question] of questions.entries()) {
    const id = `question-${String(index + 1).padStart(4, "0")}`;
    const files = filesNamedBy(question).filter((path) => media.has(path));
    const written = writeChecked(question, {
      locale,
      address: (path) => (media.has(path) ? `../${path}` : null),
      write: (notes) => writeItem(question, id, notes),
      readBack: (text) => readBack(text, { locale, media, files, tags: question.tags }),
    });
    if (!written.ok) {
      out.refused.push({ name: question.name, reason: written.reason });
      continue;
    }
    const path = `items/${id}.xml`;
    items.push({ path, bytes: encode(withComment(written.text, written.carrier)) });
    entries.push({ id, path, files, tags: question.tags });
    for (const file of files) used.add(file);
    if (written.losses.length > 0) out.lossy.push({ name: question.name, losses: written.losses });
  }
  const manifest = { path: "imsmanifest.xml", bytes: encode(writeManifest(entries, [...used])) };
  const named = [...used].map((path) => ({ path, bytes: media.get(path) ?? new Uint8Array() }));
  return { files: [manifest, ...items, ...named], ...out };
};

type Beside = { locale: Locale; media: ReadonlyMap<string, Uint8Array>; files: string[]; tags: string[] };

function readBack(text: string, { locale, media, files, tags }: Beside): ExchangedQuestion | undefined {
  const named = files.map((path) => ({ path, bytes: media.get(path) ?? new Uint8Array() }));
  const path = "items/item.xml";
  const manifest = {
    path: "imsmanifest.xml",
    bytes: encode(writeManifest([{ id: "item", path, files, tags }], files)),
  };
  const read = readQti([manifest, { path, bytes: encode(text) }, ...named], { locale });
  const [only] = read.questions;
  return only && only.losses.length === 0 ? only.question : undefined;
}
