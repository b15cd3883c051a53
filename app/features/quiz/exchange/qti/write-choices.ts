import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import type { MultipleChoiceBody } from "../../question-types/multiple-choice/multiple-choice.ts";
import type { Share } from "../../question-types/share.ts";
import type { SingleChoiceBody } from "../../question-types/single-choice/single-choice.ts";
import type { TrueFalseBody } from "../../question-types/true-false/true-false.ts";
import type { WritingNotes } from "../written-text.ts";
import { trueFalseOf } from "./true-false-words.ts";
import { decimalOf, declare } from "./write-declaration.ts";
import { isRight, scoreByMaps, scoreWhen } from "./write-processing.ts";
import type { WrittenBody } from "./written-body.ts";
import { escapeText, htmlOf, identifierOf, qti } from "./xml-text.ts";

type Choice = { identifier: string; html: string; remark?: Translated | undefined; fixed?: boolean | undefined };

const setChosen = qti("set-outcome-value", { identifier: "CHOSEN" }, qti("variable", { identifier: "RESPONSE" }));

/** A remark on a choice is shown with it, once it was chosen. */
function writeChoice({ identifier, html, remark, fixed }: Choice, notes: WritingNotes): string {
  const attributes = { "outcome-identifier": "CHOSEN", identifier, "show-hide": "show" };
  const said = remark ? qti("feedback-block", attributes, qti("content-body", {}, htmlOf(remark, notes))) : "";
  return qti("simple-choice", { identifier, fixed: fixed ? "true" : undefined }, html, said);
}

type Asked = { choices: Choice[]; most: number; keepOrder: boolean | undefined; cardinality: "single" | "multiple" };

function choose({ choices, most, keepOrder, cardinality }: Asked, notes: WritingNotes) {
  const attributes = { "response-identifier": "RESPONSE", "max-choices": most, shuffle: keepOrder ? "false" : "true" };
  const content = qti("choice-interaction", attributes, ...choices.map((choice) => writeChoice(choice, notes)));
  const hasRemarks = choices.some(({ remark }) => remark);
  const chosen = qti("outcome-declaration", { identifier: "CHOSEN", cardinality, "base-type": "identifier" });
  const scored = (by: "match" | "map") => {
    if (!hasRemarks) return by;
    return [by === "match" ? scoreWhen(isRight("RESPONSE")) : scoreByMaps(["RESPONSE"]), setChosen];
  };
  return { content, outcomes: hasRemarks ? [chosen] : [], scored };
}

const earns = (share: Share | undefined) => decimalOf(share ?? 0);

export function writeSingleChoice(body: SingleChoiceBody, notes: WritingNotes): WrittenBody {
  const choices = body.choices.map(({ id, text, remark, fixed }) => ({
    ...{ identifier: identifierOf(id), html: htmlOf(text, notes), remark, fixed },
  }));
  const shares = body.choices.map(({ id, share }) => ({ key: identifierOf(id), share: earns(share) }));
  const right = shares.filter(({ share }) => share === 1).map(({ key }) => key);
  const isPlain = right.length === 1 && shares.every(({ share }) => share === 0 || share === 1);
  const { content, outcomes, scored } = choose(
    { choices, most: 1, keepOrder: body.keepOrder, cardinality: "single" },
    notes,
  );
  const map = isPlain ? [] : shares.filter(({ share }) => share > 0);
  return {
    responses: [declare({ correct: right.slice(0, 1), map })],
    ...{ outcomes, content, scoring: scored(isPlain ? "match" : "map") },
  };
}

export function writeMultipleChoice(body: MultipleChoiceBody, notes: WritingNotes): WrittenBody {
  const choices = body.choices.map(({ id, text, remark, fixed }) => ({
    ...{ identifier: identifierOf(id), html: htmlOf(text, notes), remark, fixed },
  }));
  const right = body.choices.filter((choice) => choice.right);
  const each: Share = right.length === 1 ? 1 : `1/${right.length}`;
  const shareOf = (choice: MultipleChoiceBody["choices"][number]) => {
    if (body.rule === "weights") return earns(choice.share);
    return choice.right ? decimalOf(each) : -decimalOf(each);
  };
  const map = body.choices.map((choice) => ({ key: identifierOf(choice.id), share: shareOf(choice) }));
  const isWhole = body.rule === "all-or-nothing";
  const asked = { choices, most: body.most ?? 0, keepOrder: body.keepOrder, cardinality: "multiple" as const };
  const { content, outcomes, scored } = choose(asked, notes);
  return {
    responses: [
      declare({
        cardinality: "multiple",
        correct: right.map(({ id }) => identifierOf(id)),
        map: isWhole ? [] : map.filter(({ share }) => share !== 0),
      }),
    ],
    ...{ outcomes, content, scoring: scored(isWhole ? "match" : "map") },
  };
}

const localeOf = (stem: Translated, locale: Locale) => pickTranslated(stem, locale).locale;

export function writeTrueFalse({ stem, right, remarks }: TrueFalseBody, notes: WritingNotes): WrittenBody {
  const words = trueFalseOf(localeOf(stem, notes.locale));
  const choices = (["true", "false"] as const).map((identifier) => ({
    ...{ identifier, html: escapeText(words[identifier]), remark: remarks?.[identifier] },
  }));
  const asked = { choices, most: 1, keepOrder: true, cardinality: "single" as const };
  const { content, outcomes, scored } = choose(asked, notes);
  return { responses: [declare({ correct: [String(right)] })], outcomes, content, scoring: scored("match") };
}
