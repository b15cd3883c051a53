import type { Gap } from "../../question-types/gap-text/gap.ts";
import type { GapTextBody } from "../../question-types/gap-text/gap-text.ts";
import type { AcceptedNumber } from "../../question-types/numeric/accept-number.ts";
import type { NumericBody } from "../../question-types/numeric/numeric.ts";
import type { AcceptedText } from "../../question-types/short-text/accept-text.ts";
import { keyText } from "../../question-types/short-text/accept-text.ts";
import type { ShortTextBody } from "../../question-types/short-text/short-text.ts";
import type { TimelineBody } from "../../question-types/timeline/timeline.ts";
import { lose } from "../reading-notes.ts";
import type { WritingNotes } from "../written-text.ts";
import { decimalOf, declare } from "./write-declaration.ts";
import { addWhen, isNear, isRight, scoreWhen } from "./write-processing.ts";
import type { WrittenBody } from "./written-body.ts";
import { htmlOf, identifierOf, labelOf, qti } from "./xml-text.ts";

const entry = (id: string) => qti("text-entry-interaction", { "response-identifier": id });

type Texts = { accepted: readonly AcceptedText[]; strict?: readonly string[] | undefined };

function loseOfTexts({ accepted, strict = [] }: Texts, notes: WritingNotes): void {
  for (const { text, pattern } of accepted) if (pattern) lose(notes, "pattern", { pattern: text });
  if (accepted.some(({ remark }) => remark)) lose(notes, "remark", { remark: "" });
  if (strict.some((rule) => rule !== "case")) lose(notes, "strict", { rules: strict.join(", ") });
}

/** Texts with what of `whole` they earn. */
function mapOfTexts({ accepted, strict = [] }: Texts, whole: number) {
  return accepted
    .filter(({ pattern }) => !pattern)
    .map(({ text, share = 1 }) => ({
      key: text,
      share: decimalOf(share) * whole,
      caseSensitive: strict.includes("case"),
    }));
}

export function writeShortText(body: ShortTextBody, notes: WritingNotes): WrittenBody {
  loseOfTexts(body, notes);
  const key = keyText(body.accepted, body.strict) ?? "";
  const map = mapOfTexts(body, 1);
  return {
    responses: [declare({ type: "string", correct: [key], map })],
    content: `<p>${entry("RESPONSE")}</p>`,
    scoring: map.length > 0 ? "map" : "match",
  };
}

/** The number that stands for all that are accepted, and how near to it counts as right. */
function nearest(
  answers: readonly AcceptedNumber[],
  notes: WritingNotes,
): { value: number; mode: "exact" | "absolute" | "relative"; by: number } {
  const answer = answers.find(({ share = 1 }) => decimalOf(share) === 1) ?? answers[0];
  if (answers.length > 1) lose(notes, "choice", { text: String(answers.length - 1) });
  if (answers.some(({ remark }) => remark)) lose(notes, "remark", { remark: "" });
  if (!answer) return { value: 0, mode: "exact", by: 0 };
  if ("from" in answer) {
    const value = (answer.from + answer.to) / 2;
    return { value, mode: "absolute", by: Number(((answer.to - answer.from) / 2).toPrecision(12)) };
  }
  const { value, tolerance } = answer;
  if (tolerance?.kind === "significant") lose(notes, "tolerance", { tolerance: String(tolerance.figures) });
  if (!tolerance || tolerance.kind === "significant") return { value, mode: "exact", by: 0 };
  const by = tolerance.kind === "relative" ? Number((tolerance.by * 100).toPrecision(12)) : tolerance.by;
  return { value, mode: tolerance.kind, by };
}

const rightNumber = (id: string, { mode, by }: ReturnType<typeof nearest>) =>
  mode === "exact" ? isRight(id) : isNear(id, mode, by);

export function writeNumber(body: NumericBody, notes: WritingNotes): WrittenBody {
  if (body.units) lose(notes, "unit", { unit: body.units.map(({ label }) => labelOf(label, notes)).join(", ") });
  const near = nearest(body.answers, notes);
  return {
    responses: [declare({ type: "float", correct: [String(near.value)] })],
    content: `<p>${entry("RESPONSE")}</p>`,
    scoring: near.mode === "exact" ? "match" : [scoreWhen(rightNumber("RESPONSE", near))],
  };
}

const MARK = /\{\{\s*([a-z0-9-]{1,40})\s*\}\}/g;

export function writeGaps(body: GapTextBody, notes: WritingNotes): WrittenBody {
  const total = body.gaps.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const parts = new Map(body.gaps.map((gap) => [gap.id, writeGap(gap, (gap.weight ?? 1) / total, notes)]));
  const content = htmlOf(body.text, notes).replace(MARK, (_, id: string) => parts.get(id)?.interaction ?? "");
  const gaps = [...parts.values()];
  const scoring =
    body.partial === "each" ? gaps.map(({ adds }) => adds) : [scoreWhen(...gaps.map(({ right }) => right))];
  return { responses: gaps.map(({ response }) => response), content: `<div>${content}</div>`, scoring };
}

type WrittenGap = {
  response: string;
  interaction: string /** Whether it is right. */;
  right: string /** Adds what it earns. */;
  adds: string;
};

const addMapped = (identifier: string) => {
  const sum = qti("sum", {}, qti("variable", { identifier: "SCORE" }), qti("map-response", { identifier }));
  return qti("set-outcome-value", { identifier: "SCORE" }, sum);
};

function writeGap(gap: Gap, whole: number, notes: WritingNotes): WrittenGap {
  const id = `R-${gap.id}`;
  if (gap.kind === "number") {
    const near = nearest(gap.answers, notes);
    const right = rightNumber(id, near);
    const response = declare({ id, type: "float", correct: [String(near.value)] });
    return { response, interaction: entry(id), right, adds: addWhen(right, whole) };
  }
  if (gap.kind === "text") {
    loseOfTexts(gap, notes);
    const key = keyText(gap.accepted, gap.strict) ?? "";
    const response = declare({ id, type: "string", correct: [key], map: mapOfTexts(gap, whole) });
    return { response, interaction: entry(id), right: isRight(id), adds: addMapped(id) };
  }
  const shares = gap.choices.map(({ id: choice, share = 0 }) => ({
    key: identifierOf(choice),
    share: decimalOf(share),
  }));
  const correct = shares
    .filter(({ share }) => share === 1)
    .map(({ key }) => key)
    .slice(0, 1);
  const map = shares.filter(({ share }) => share > 0).map(({ key, share }) => ({ key, share: share * whole }));
  const choices = gap.choices.map(({ id: choice, label }) =>
    qti("inline-choice", { identifier: identifierOf(choice) }, labelOf(label, notes)),
  );
  const interaction = qti("inline-choice-interaction", { "response-identifier": id, shuffle: "true" }, ...choices);
  return { response: declare({ id, correct, map }), interaction, right: isRight(id), adds: addMapped(id) };
}

/** QTI has no axis of time: each event has a year written beside it. */
export function writeTimeline(body: TimelineBody, notes: WritingNotes): WrittenBody {
  lose(notes, "simpler", { what: "timeline" });
  const events = body.events.map(({ id, text, year, tolerance = 0 }) => {
    const response = `R-${id}`;
    const right = tolerance > 0 ? isNear(response, "absolute", tolerance) : isRight(response);
    return { response, right, year, html: `<div>${htmlOf(text, notes)}<p>${entry(response)}</p></div>` };
  });
  const rights = events.map(({ right }) => right);
  return {
    responses: events.map(({ response, year }) => declare({ id: response, type: "integer", correct: [String(year)] })),
    content: events.map(({ html }) => html).join("\n"),
    scoring:
      body.partial === "each" ? rights.map((right) => addWhen(right, 1 / events.length)) : [scoreWhen(...rights)],
  };
}
