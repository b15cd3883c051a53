import { categorise } from "../../question-types/categorise/categorise.ts";
import { essay } from "../../question-types/essay/essay.ts";
import { fileUpload } from "../../question-types/file-upload/file-upload.ts";
import { splitAtGaps } from "../../question-types/gap-text/gap-marks.ts";
import { type GapTextBody, gapText } from "../../question-types/gap-text/gap-text.ts";
import { matching } from "../../question-types/matching/matching.ts";
import { multipleChoice } from "../../question-types/multiple-choice/multiple-choice.ts";
import { numeric } from "../../question-types/numeric/numeric.ts";
import { shortText } from "../../question-types/short-text/short-text.ts";
import { singleChoice } from "../../question-types/single-choice/single-choice.ts";
import { timeline } from "../../question-types/timeline/timeline.ts";
import { trueFalse } from "../../question-types/true-false/true-false.ts";
import { lose, refusal } from "../reading-notes.ts";
import { loseFeedback, percentOf, writtenNumbers, writtenTexts } from "../written-answers.ts";
import { weightOf, writtenChoices, wrongRemark } from "../written-choices.ts";
import { type WritingNotes, writtenLabel, writtenMarkdown, writtenRemark } from "../written-text.ts";
import { escapeGift } from "./escapes.ts";

/** A question as it stands in GIFT: what is asked, the answers between the braces, and the remark for all. */
export type GiftBody = { before: string; answers: string[]; after?: string; general: string };

type Writer = (body: unknown, notes: WritingNotes) => GiftBody;

/** A text that cannot be taken for a format or a weight. */
const guarded = (markdown: string) =>
  /^[[%]/.test(markdown) ? `[markdown]${escapeGift(markdown)}` : escapeGift(markdown);

const remarkOf = (remark: string) => (remark ? `#${guarded(remark)}` : "");

const asked = ({ stem, feedback }: Pick<GapTextBody, "stem" | "feedback">, notes: WritingNotes) => ({
  before: writtenMarkdown(stem, notes),
  general: writtenRemark(feedback?.always, notes),
});

const writeSingle: Writer = (json, notes) => {
  const body = singleChoice.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  const answers = writtenChoices(body, notes).map(({ share, text, remark }) => {
    const percent = percentOf(share);
    const sign = percent === 100 ? "=" : percent === 0 ? "~" : `~%${percent}%`;
    return `${sign}${guarded(text)}${remarkOf(remark)}`;
  });
  return { ...asked(body, notes), answers };
};

const writeMultiple: Writer = (json, notes) => {
  const body = multipleChoice.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  const choices = body.choices.map((choice) => ({ ...choice, share: weightOf(body, choice, notes) }));
  const answers = writtenChoices({ ...body, choices }, notes).map(
    ({ share, text, remark }) => `~%${percentOf(share)}%${guarded(text)}${remarkOf(remark)}`,
  );
  if (body.most !== undefined) lose(notes, "setting", { what: "most" });
  return { ...asked(body, notes), answers };
};

const writeTrueFalse: Writer = (json, notes) => {
  const body = trueFalse.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  const [whenTrue, whenFalse] = [body.remarks?.true, body.remarks?.false].map((text) => writtenRemark(text, notes));
  const [well = "", wrong = ""] = body.right ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
  const remarks = well || wrong ? `#${guarded(wrong)}${well ? `#${guarded(well)}` : ""}` : "";
  return { ...asked(body, notes), answers: [`${body.right ? "TRUE" : "FALSE"}${remarks}`] };
};

function textAnswers(accepted: Parameters<typeof writtenTexts>[0], notes: WritingNotes): string[] {
  return writtenTexts(accepted, notes).map(({ text, percent, remark }) => {
    const weight = percent === 100 && !text.startsWith("%") ? "" : `%${percent}%`;
    return `=${weight}${/^\[/.test(text) ? "[plain]" : ""}${escapeGift(text)}${remarkOf(remark)}`;
  });
}

const writeShort: Writer = (json, notes) => {
  const body = shortText.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly"], notes);
  if (body.strict?.length) lose(notes, "strict");
  const wrong = wrongRemark(body, body.accepted, notes);
  const caught = wrong ? [`=%0%*${remarkOf(wrong)}`] : [];
  return { ...asked(body, notes), answers: [...textAnswers(body.accepted, notes), ...caught] };
};

function numberAnswers(answers: Parameters<typeof writtenNumbers>[0], notes: WritingNotes): string[] {
  return writtenNumbers(answers, notes).map((answer) => {
    const weight = answer.percent === 100 ? "" : `%${answer.percent}%`;
    const number = "from" in answer ? `${answer.from}..${answer.to}` : `${answer.value}:${answer.off}`;
    return `=${weight}${number}${remarkOf(answer.remark)}`;
  });
}

const writeNumeric: Writer = (json, notes) => {
  const body = numeric.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly"], notes);
  if (body.units) lose(notes, "unit");
  const wrong = wrongRemark(body, body.answers, notes);
  const caught = wrong ? [`~${remarkOf(wrong)}`] : [];
  return { ...asked(body, notes), answers: ["#", ...numberAnswers(body.answers, notes), ...caught] };
};

type Pair = { premise: string; response: string };

const pairLine = ({ premise, response }: Pair) => `=${guarded(premise)} -> ${escapeGift(response)}`;

const writeMatching: Writer = (json, notes) => {
  const body = matching.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  if (body.partial === "none") lose(notes, "partial");
  const labels = new Map(body.responses.map(({ id, label }) => [id, writtenLabel(label, notes)]));
  const used = new Set(body.premises.map(({ match }) => match));
  const pairs = body.premises.map(({ text, match }) => ({
    premise: writtenMarkdown(text, notes),
    response: labels.get(match) ?? "",
  }));
  const others = [...labels].filter(([id]) => !used.has(id)).map(([, response]) => ({ premise: "", response }));
  return { ...asked(body, notes), answers: [...pairs, ...others].map(pairLine) };
};

const writeCategorise: Writer = (json, notes) => {
  const body = categorise.body.parse(json);
  lose(notes, "simpler");
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  const labels = new Map(body.categories.map(({ id, label }) => [id, writtenLabel(label, notes)]));
  const pairs = body.items.map(({ text, category }) => ({
    premise: writtenMarkdown(text, notes),
    response: labels.get(category) ?? "",
  }));
  return { ...asked(body, notes), answers: pairs.map(pairLine) };
};

const writeTimeline: Writer = (json, notes) => {
  const body = timeline.body.parse(json);
  lose(notes, "simpler");
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  if (body.events.length < 2) throw refusal("typeNotSaid", { type: "timeline", format: "GIFT" });
  const pairs = body.events.map(({ text, year }) => ({
    premise: writtenMarkdown(text, notes),
    response: String(year),
  }));
  return { ...asked(body, notes), answers: pairs.map(pairLine) };
};

const writeEssay: Writer = (json, notes) => {
  const body = essay.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  if (body.rubric.length > 0) lose(notes, "rubric");
  if (body.model) lose(notes, "model");
  if (body.words || body.lines) lose(notes, "words");
  return { ...asked(body, notes), answers: [] };
};

const writeUpload: Writer = (json, notes) => {
  const body = fileUpload.body.parse(json);
  lose(notes, "simpler");
  if (body.rubric.length > 0) lose(notes, "rubric");
  return { ...asked(body, notes), answers: [] };
};

/** A text with one gap is a question with a missing word. */
const writeGap: Writer = (json, notes) => {
  const body = gapText.body.parse(json);
  const [gap, ...more] = body.gaps;
  if (!gap || more.length > 0) throw refusal("typeNotSaid", { type: "gap-text", format: "GIFT" });
  lose(notes, "simpler");
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  const pieces = splitAtGaps(writtenMarkdown(body.text, notes));
  const at = pieces.findIndex((piece) => "gap" in piece);
  const words = (from: number, to?: number) =>
    pieces
      .slice(from, to)
      .map((piece) => ("text" in piece ? piece.text : ""))
      .join("");
  const { before, general } = asked(body, notes);
  const answers =
    gap.kind === "text"
      ? textAnswers(gap.accepted, notes)
      : gap.kind === "number"
        ? ["#", ...numberAnswers(gap.answers, notes)]
        : gap.choices.map(({ label, share = 0 }) => {
            const percent = percentOf(share);
            const sign = percent === 100 ? "=" : percent === 0 ? "~" : `~%${percent}%`;
            return `${sign}${guarded(writtenLabel(label, notes))}`;
          });
  return { before: `${before}\n\n${words(0, at)}`, answers, after: words(at + 1), general };
};

const writers: ReadonlyMap<string, Writer> = new Map([
  ["single-choice", writeSingle],
  ["multiple-choice", writeMultiple],
  ["true-false", writeTrueFalse],
  ["short-text", writeShort],
  ["numeric", writeNumeric],
  ["matching", writeMatching],
  ["categorise", writeCategorise],
  ["timeline", writeTimeline],
  ["essay", writeEssay],
  ["file-upload", writeUpload],
  ["gap-text", writeGap],
]);

/** A body as GIFT can say it; throws a refusal of a type that it cannot say. */
export function writeGiftBody(type: string, body: unknown, notes: WritingNotes): GiftBody {
  const write = writers.get(type);
  if (!write) throw refusal("typeNotSaid", { type, format: "GIFT" });
  return write(body, notes);
}
