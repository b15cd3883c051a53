import { newPartId } from "../../question-types/part-id.ts";
import { compare, one, rational, sum } from "../../question-types/rational.ts";
import { readShare, type Share } from "../../question-types/share.ts";
import type { DraftBody } from "../moodle-bodies.ts";
import { demanded } from "../question-text.ts";
import { lose, refusal } from "../reading-notes.ts";
import type { Response } from "./declarations.ts";
import { earnings, isMapped, shareOf } from "./earned.ts";
import { inner, lineOf, markdownOf, type Replace } from "./item-content.ts";
import { common, type ItemReading, loseSettings, responseOf, textAround } from "./item-reading.ts";
import { trueFalseWords } from "./true-false-words.ts";
import { childrenNamed, descendantsNamed, type XmlElement } from "./xml-tree.ts";

type Choice = { id: string; identifier: string; text: string; remark: string; fixed: boolean };

/** `feedbackInline` within a choice is the remark on it. */
function readChoice(element: XmlElement, { notes, feedback }: ItemReading): Choice {
  const { identifier = "", fixed = "" } = element.attributes;
  const own = descendantsNamed(element, "feedbackInline", "feedbackBlock").filter(
    ({ attributes }) => attributes.identifier === identifier && (attributes.showHide ?? "show") === "show",
  );
  const without: Replace = (child) => (own.includes(child) ? "" : undefined);
  const inline = own.map((child) => markdownOf(child, notes)).join("\n\n");
  const remark = inline || (feedback.remarks.get(identifier) ?? "");
  return { id: newPartId(), identifier, text: markdownOf(element, notes, without), remark, fixed: fixed === "true" };
}

const written = ({ id, text, remark, fixed }: Choice, { notes }: ItemReading) => ({
  id,
  text: demanded(text, notes),
  ...(remark ? { remark: demanded(remark, notes) } : {}),
  ...(fixed ? { fixed } : {}),
});

/** choiceInteraction: true or false, single choice, or multiple choice. */
export function readChoices(reading: ItemReading, interaction: XmlElement): DraftBody {
  const response = responseOf(reading, interaction);
  loseSettings(interaction, reading.notes, "minChoices");
  const choices = childrenNamed(interaction, "simpleChoice").map((choice) => readChoice(choice, reading));
  const order = interaction.attributes.shuffle === "true" ? {} : { keepOrder: true };
  if (response.cardinality === "multiple") {
    const most = Number(interaction.attributes.maxChoices ?? 1);
    return severalOf(reading, { response, choices, order, most });
  }
  return trueOrFalse(reading, { response, choices }) ?? oneOf(reading, { response, choices, order });
}

type Order = { keepOrder?: boolean };

function oneOf(
  reading: ItemReading,
  { response, choices, order }: { response: Response; choices: Choice[]; order: Order },
): DraftBody {
  const earned = new Map(earnings(response, reading.processing, reading.notes).map(({ key, share }) => [key, share]));
  const list = choices.map((choice) => {
    const share = earned.get(choice.identifier);
    return { ...written(choice, reading), ...(share === undefined ? {} : { share }) };
  });
  return { type: "single-choice", body: { ...common(reading), choices: list, ...order } };
}

/** Two choices that are called and read "true" and "false", in any of the academy's languages. */
function trueOrFalse(
  reading: ItemReading,
  { response, choices }: { response: Response; choices: Choice[] },
): DraftBody | null {
  const [yes, no] = ["true", "false"].map((name) =>
    choices.find(({ identifier }) => identifier.toLowerCase() === name),
  );
  const words = trueFalseWords();
  if (choices.length !== 2 || !yes || !no || !words.true.has(fold(yes.text)) || !words.false.has(fold(no.text)))
    return null;
  const right = response.correct[0] ?? earnings(response, reading.processing, reading.notes)[0]?.key ?? "";
  if (right !== yes.identifier && right !== no.identifier) throw refusal("noKey");
  const remarks = {
    ...(yes.remark ? { true: demanded(yes.remark, reading.notes) } : {}),
    ...(no.remark ? { false: demanded(no.remark, reading.notes) } : {}),
  };
  const body = { ...common(reading), right: right === yes.identifier };
  return { type: "true-false", body: Object.keys(remarks).length > 0 ? { ...body, remarks } : body };
}

const fold = (text: string) => text.trim().toLowerCase();

type Several = { response: Response; choices: Choice[]; order: Order; most: number };

function severalOf(reading: ItemReading, { response, choices, order, most }: Several): DraftBody {
  const { rule, shares } = rightOnes(reading, response, choices);
  const right = [...shares.values()].filter((share) => isGain(share)).length;
  if (right === 0) throw refusal("noKey");
  const list = choices.map((choice) => {
    const share = shares.get(choice.identifier) ?? 0;
    const weight = rule === "weights" && share !== 0 ? { share } : {};
    return { ...written(choice, reading), right: isGain(share), ...weight };
  });
  const bound = most > 0 && most < choices.length && most >= right ? { most } : {};
  return { type: "multiple-choice", body: { ...common(reading), choices: list, rule, ...bound, ...order } };
}

const isGain = (share: Share) => readShare(share).n > 0n;

/** What each choice adds or takes away, by its identifier, and the rule by which that is reckoned. */
function rightOnes(reading: ItemReading, response: Response, choices: readonly Choice[]) {
  const { notes, processing } = reading;
  if (!isMapped(response, processing)) {
    return { rule: "all-or-nothing" as const, shares: new Map<string, Share>(response.correct.map((key) => [key, 1])) };
  }
  const entries = response.map.filter(({ key }) => choices.some(({ identifier }) => identifier === key));
  const gained = entries.reduce((total, { value }) => total + Math.max(value, 0), 0);
  if (gained <= 0) throw refusal("noKey");
  const bounded = response.upper !== undefined && response.upper < gained;
  if (bounded || entries.some(({ value }) => -value > gained)) lose(notes, "weight", { answer: "", percent: "" });
  const shares = new Map<string, Share>(
    entries.map(({ key, value }) => [key, shareOf(Math.max(value, -gained), gained)]),
  );
  const values = [...shares.values()].map(readShare);
  const right = values.filter(({ n }) => n > 0n);
  const each = rational(1, right.length);
  const wrong = choices.map(({ identifier }) => readShare(shares.get(identifier) ?? 0)).filter(({ n }) => n <= 0n);
  const evenly = right.every((share) => compare(share, each) === 0);
  if (evenly && wrong.every(({ n, d }) => compare({ n: -n, d }, each) === 0))
    return { rule: "right-minus-wrong" as const, shares };
  if (compare(sum(right), one) === 0) return { rule: "weights" as const, shares };
  lose(notes, "weight", { answer: "", percent: "" });
  return { rule: "right-minus-wrong" as const, shares };
}

/** hottextInteraction: words of a text are chosen; here they are choices under it. */
export function readHottext(reading: ItemReading, interaction: XmlElement): DraftBody {
  const { notes } = reading;
  const response = responseOf(reading, interaction);
  lose(notes, "simpler", { what: "hottextInteraction" });
  const hot = descendantsNamed(interaction, "hottext");
  const choices = hot.map((element) => ({
    ...readChoice(element, reading),
    text: lineOf(element, notes),
  }));
  const within: Replace = (element) =>
    element.name === "hottext" ? `<strong>${inner(element, notes)}</strong>` : undefined;
  const stem = textAround(reading, (element) => `<div>${inner(element, notes, within)}</div>`);
  const asked = { ...reading, title: stem };
  const order = { keepOrder: true };
  const many = response.cardinality === "multiple";
  const drafted = many
    ? severalOf(asked, { response, choices, order, most: Number(interaction.attributes.maxChoices ?? 0) })
    : oneOf(asked, { response, choices, order });
  return { ...drafted, body: { ...drafted.body, ...common(reading, stem) } };
}
