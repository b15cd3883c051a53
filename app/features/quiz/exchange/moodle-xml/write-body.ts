import type { CommonBody } from "../../question-types/body-parts.ts";
import { categorise } from "../../question-types/categorise/categorise.ts";
import { essay } from "../../question-types/essay/essay.ts";
import { fileUpload } from "../../question-types/file-upload/file-upload.ts";
import { matching } from "../../question-types/matching/matching.ts";
import { multipleChoice } from "../../question-types/multiple-choice/multiple-choice.ts";
import { numeric } from "../../question-types/numeric/numeric.ts";
import { ordering } from "../../question-types/ordering/ordering.ts";
import { shortText } from "../../question-types/short-text/short-text.ts";
import { singleChoice } from "../../question-types/single-choice/single-choice.ts";
import { trueFalse } from "../../question-types/true-false/true-false.ts";
import { lose, refusal } from "../reading-notes.ts";
import { loseFeedback, percentOf, type WrittenAnswer, writtenNumbers, writtenTexts } from "../written-answers.ts";
import { weightOf, writtenChoices, wrongRemark } from "../written-choices.ts";
import { writtenLabel, writtenMarkdown, writtenRemark } from "../written-text.ts";
import { combined, element, markdownElement, textElement, wordsElement, type XmlBody, type XmlNotes } from "./build.ts";
import { writeGaps, writeTimeline } from "./write-gaps.ts";
import { writeMarkers } from "./write-markers.ts";

type Writer = (body: unknown, notes: XmlNotes) => XmlBody;

const asked = ({ stem, feedback }: CommonBody, notes: XmlNotes) => [
  textElement("questiontext", stem, notes),
  textElement("generalfeedback", feedback?.always, notes),
];

const fraction = (percent: number) => ({ fraction: String(percent) });

const remarkElement = (remark: string, notes: XmlNotes) => (remark ? markdownElement("feedback", remark, notes) : "");

function choiceElements(choices: ReturnType<typeof writtenChoices>, notes: XmlNotes): string[] {
  return choices.map(({ share, text, remark }) =>
    markdownElement("answer", text, notes, {
      attributes: fraction(percentOf(share)),
      inside: [remarkElement(remark, notes)],
    }),
  );
}

const choiceSettings = (single: boolean, keepOrder: boolean | undefined) => [
  element("single", String(single)),
  element("shuffleanswers", String(!keepOrder)),
  element("answernumbering", "abc"),
];

const writeSingle: Writer = (json, notes) => {
  const body = singleChoice.body.parse(json);
  const choices = choiceElements(writtenChoices(body, notes), notes);
  const inside = [...asked(body, notes), ...combined(body, notes), ...choiceSettings(true, body.keepOrder), ...choices];
  return { type: "multichoice", inside };
};

const writeMultiple: Writer = (json, notes) => {
  const body = multipleChoice.body.parse(json);
  const weighed = body.choices.map((choice) => ({ ...choice, share: weightOf(body, choice, notes) }));
  if (body.most !== undefined) lose(notes, "setting", { what: "most" });
  const choices = choiceElements(writtenChoices({ choices: weighed }, notes), notes);
  const inside = [
    ...asked(body, notes),
    ...combined(body, notes),
    ...choiceSettings(false, body.keepOrder),
    ...choices,
  ];
  return { type: "multichoice", inside };
};

/** An answer of letters, not of Markdown. */
function wordsAnswer({ text, percent, remark }: WrittenAnswer, notes: XmlNotes, inside: string[] = []): string {
  const elements = [element("text", text), ...inside, remarkElement(remark, notes)];
  return element("answer", elements, { ...fraction(percent), format: "plain_text" });
}

const writeTrueFalse: Writer = (json, notes) => {
  const body = trueFalse.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  const answers = ([true, false] as const).map((value) => {
    const remark = writtenRemark(value ? body.remarks?.true : body.remarks?.false, notes);
    return wordsAnswer({ text: String(value), percent: body.right === value ? 100 : 0, remark }, notes);
  });
  return { type: "truefalse", inside: [...asked(body, notes), ...answers] };
};

const caught = (wrong: string): WrittenAnswer[] => (wrong ? [{ text: "*", percent: 0, remark: wrong }] : []);

const writeShort: Writer = (json, notes) => {
  const body = shortText.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly"], notes);
  const { strict = [] } = body;
  if (strict.some((rule) => rule !== "case")) lose(notes, "strict");
  const answers = [...writtenTexts(body.accepted, notes), ...caught(wrongRemark(body, body.accepted, notes))];
  const usecase = element("usecase", strict.includes("case") ? "1" : "0");
  const inside = [...asked(body, notes), usecase, ...answers.map((answer) => wordsAnswer(answer, notes))];
  return { type: "shortanswer", inside };
};

type NumericBody = ReturnType<typeof numeric.body.parse>;

function unitElements({ units, unitRequired }: NumericBody, notes: XmlNotes): string[] {
  if (!units) return [];
  if (units.some(({ names }) => names)) lose(notes, "unit");
  const written = units.map(({ label, factor }) =>
    element("unit", [
      element("multiplier", String(Number((1 / factor).toPrecision(12)))),
      element("unit_name", writtenLabel(label, notes)),
    ]),
  );
  return [
    element("units", written),
    element("unitgradingtype", unitRequired ? "1" : "0"),
    element("unitpenalty", "1"),
    element("showunits", "2"),
  ];
}

const writeNumeric: Writer = (json, notes) => {
  const body = numeric.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly"], notes);
  const numbers = writtenNumbers(body.answers, notes).map((answer) => {
    const [value, off] =
      "from" in answer ? [(answer.from + answer.to) / 2, (answer.to - answer.from) / 2] : [answer.value, answer.off];
    return wordsAnswer({ ...answer, text: String(value) }, notes, [element("tolerance", String(off))]);
  });
  const others = caught(wrongRemark(body, body.answers, notes)).map((answer) => wordsAnswer(answer, notes));
  return { type: "numerical", inside: [...asked(body, notes), ...numbers, ...others, ...unitElements(body, notes)] };
};

function pairElement(premise: string, response: string, notes: XmlNotes): string {
  return markdownElement("subquestion", premise, notes, { inside: [wordsElement("answer", response)] });
}

const writeMatching: Writer = (json, notes) => {
  const body = matching.body.parse(json);
  if (body.partial === "none") lose(notes, "partial");
  const labels = new Map(body.responses.map(({ id, label }) => [id, writtenLabel(label, notes)]));
  const used = new Set(body.premises.map(({ match }) => match));
  const pairs = body.premises.map(({ text, match }) =>
    pairElement(writtenMarkdown(text, notes), labels.get(match) ?? "", notes),
  );
  const others = [...labels].filter(([id]) => !used.has(id)).map(([, label]) => pairElement("", label, notes));
  return { type: "matching", inside: [...asked(body, notes), ...combined(body, notes), ...pairs, ...others] };
};

const writeCategorise: Writer = (json, notes) => {
  const body = categorise.body.parse(json);
  lose(notes, "simpler");
  const labels = new Map(body.categories.map(({ id, label }) => [id, writtenLabel(label, notes)]));
  const pairs = body.items.map(({ text, category }) =>
    pairElement(writtenMarkdown(text, notes), labels.get(category) ?? "", notes),
  );
  return { type: "matching", inside: [...asked(body, notes), ...combined(body, notes), ...pairs] };
};

const gradings = { none: "ALL_OR_NOTHING", pairs: "RELATIVE_NEXT_EXCLUDE_LAST", positions: "ABSOLUTE_POSITION" };

const writeOrdering: Writer = (json, notes) => {
  const body = ordering.body.parse(json);
  const items = body.items.map(({ text }, index) =>
    markdownElement("answer", writtenMarkdown(text, notes), notes, { attributes: fraction(index + 1) }),
  );
  const settings = [
    element("layouttype", "VERTICAL"),
    element("selecttype", "ALL"),
    element("gradingtype", gradings[body.partial]),
  ];
  return { type: "ordering", inside: [...asked(body, notes), ...combined(body, notes), ...settings, ...items] };
};

const whole = (name: string, value: number | undefined) => (value === undefined ? "" : element(name, String(value)));

const writeEssay: Writer = (json, notes) => {
  const body = essay.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  if (body.rubric.length > 0) lose(notes, "rubric");
  const inside = [
    ...asked(body, notes),
    element("responseformat", "editor"),
    element("responserequired", "1"),
    whole("responsefieldlines", body.lines),
    whole("minwordlimit", body.words?.least),
    whole("maxwordlimit", body.words?.most),
    textElement("graderinfo", body.model, notes),
  ];
  return { type: "essay", inside };
};

const fileTypes = {
  pdf: ".pdf",
  document: "document",
  image: "image",
  audio: "audio",
  video: "video",
  table: "spreadsheet",
  slides: "presentation",
};

const writeUpload: Writer = (json, notes) => {
  const body = fileUpload.body.parse(json);
  loseFeedback(body.feedback, ["right", "partly", "wrong"], notes);
  if (body.rubric.length > 0) lose(notes, "rubric");
  const inside = [
    ...asked(body, notes),
    element("responseformat", "noinline"),
    element("responserequired", "0"),
    whole("attachments", body.most),
    element("attachmentsrequired", "1"),
    whole("maxbytes", body.mostBytes),
    element("filetypeslist", body.kinds.map((kind) => fileTypes[kind]).join(",")),
    textElement("graderinfo", body.model, notes),
  ];
  return { type: "essay", inside };
};

const writers: ReadonlyMap<string, Writer> = new Map([
  ["single-choice", writeSingle],
  ["multiple-choice", writeMultiple],
  ["true-false", writeTrueFalse],
  ["short-text", writeShort],
  ["numeric", writeNumeric],
  ["matching", writeMatching],
  ["categorise", writeCategorise],
  ["ordering", writeOrdering],
  ["essay", writeEssay],
  ["file-upload", writeUpload],
  ["gap-text", writeGaps],
  ["timeline", writeTimeline],
  ["place-on-picture", writeMarkers],
]);

/** A body as Moodle XML says it; throws a refusal where it cannot. */
export function writeMoodleBody(type: string, body: unknown, notes: XmlNotes): XmlBody {
  const write = writers.get(type);
  if (!write) throw refusal("typeNotSaid", { type, format: "Moodle XML" });
  return write(body, notes);
}
