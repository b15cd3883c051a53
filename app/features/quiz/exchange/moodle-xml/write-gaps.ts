import { splitAtGaps } from "../../question-types/gap-text/gap-marks.ts";
import { type GapTextBody, gapText } from "../../question-types/gap-text/gap-text.ts";
import { timeline } from "../../question-types/timeline/timeline.ts";
import { lose } from "../reading-notes.ts";
import { loseFeedback, percentOf, type WrittenAnswer, writtenNumbers, writtenTexts } from "../written-answers.ts";
import { writtenLabel, writtenMarkdown } from "../written-text.ts";
import { markdownElement, textElement, type XmlBody, type XmlNotes } from "./build.ts";

type Gap = GapTextBody["gaps"][number];

const escaped = (text: string) => text.replace(/[}#~/"\\]/g, "\\$&");

function alternative({ text, percent, remark }: WrittenAnswer): string {
  const guarded = /^[=%]/.test(text);
  const weight = percent === 100 && !guarded ? "=" : percent === 0 && !guarded ? "" : `%${percent}%`;
  return `${weight}${escaped(text)}${remark ? `#${escaped(remark)}` : ""}`;
}

const inBraces = (weight: number, type: string, answers: readonly WrittenAnswer[]) =>
  `{${weight}:${type}:${answers.map(alternative).join("~")}}`;

const numberWords = (answer: ReturnType<typeof writtenNumbers>[number]) =>
  "from" in answer
    ? `${(answer.from + answer.to) / 2}:${(answer.to - answer.from) / 2}`
    : `${answer.value}:${answer.off}`;

function gapWords(gap: Gap, notes: XmlNotes): string {
  const { weight = 1 } = gap;
  if (gap.kind === "choices") {
    const answers = gap.choices.map(({ label, share = 0 }) => ({
      text: writtenLabel(label, notes),
      percent: percentOf(share),
      remark: "",
    }));
    return inBraces(weight, "MULTICHOICE", answers);
  }
  if (gap.kind === "number") {
    const answers = writtenNumbers(gap.answers, notes).map((answer) => ({ ...answer, text: numberWords(answer) }));
    return inBraces(weight, "NUMERICAL", answers);
  }
  const { strict = [] } = gap;
  if (strict.some((rule) => rule !== "case")) lose(notes, "strict");
  const type = strict.includes("case") ? "SHORTANSWER_C" : "SHORTANSWER";
  return inBraces(weight, type, writtenTexts(gap.accepted, notes));
}

/** A text with gaps as Moodle's cloze has it, the answers in the text. */
export function writeGaps(json: unknown, notes: XmlNotes): XmlBody {
  const body = gapText.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  if (body.partial === "none") lose(notes, "partial");
  const gaps = new Map(body.gaps.map((gap) => [gap.id, gap]));
  const filled = splitAtGaps(writtenMarkdown(body.text, notes)).map((piece) => {
    if ("text" in piece) return piece.text;
    const gap = gaps.get(piece.gap);
    return gap ? gapWords(gap, notes) : "";
  });
  const markdown = `${writtenMarkdown(body.stem, notes)}\n\n${filled.join("")}`;
  return {
    type: "cloze",
    inside: [
      markdownElement("questiontext", markdown, notes),
      textElement("generalfeedback", body.feedback?.always, notes),
    ],
  };
}

/** Events to be placed in time as years to be written. */
export function writeTimeline(json: unknown, notes: XmlNotes): XmlBody {
  const body = timeline.body.parse(json);
  lose(notes, "simpler");
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  const events = body.events.map(({ text, year, tolerance = 0 }) => {
    const answer = { text: `${year}:${tolerance}`, percent: 100, remark: "" };
    return `${writtenMarkdown(text, notes)} ${inBraces(1, "NUMERICAL", [answer])}`;
  });
  const markdown = [writtenMarkdown(body.stem, notes), ...events].join("\n\n");
  return {
    type: "cloze",
    inside: [
      markdownElement("questiontext", markdown, notes),
      textElement("generalfeedback", body.feedback?.always, notes),
    ],
  };
}
