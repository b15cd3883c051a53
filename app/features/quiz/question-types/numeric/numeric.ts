import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { commonBody, commonTexts, labelSchema, partIdSchema, present, refuseSameIds } from "../body-parts.ts";
import { graded } from "../grade-parts.ts";
import type { QuestionType } from "../question-type.ts";
import { asShare, fromNumber, multiply, type Rational } from "../rational.ts";
import { readShare } from "../share.ts";
import { acceptedNumberSchema, bestNumber, keyNumber, refuseBackward } from "./accept-number.ts";
import { readNumber } from "./read-number.ts";

const unitSchema = z.strictObject({
  id: partIdSchema,
  label: labelSchema,
  /** How people write it behind a number: "km", "كم". */
  names: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
  /** How many of the unit in which the answers are given make one of this. */
  factor: z.number().positive(),
});

const bodySchema = z
  .strictObject({
    ...commonBody,
    answers: z.array(acceptedNumberSchema).min(1, "quiz:problems.noAcceptedAnswer").max(50),
    units: z.array(unitSchema).min(1).max(20).optional(),
    /** A number without a unit is wrong; otherwise it is taken to be in the unit of the answers. */
    unitRequired: z.boolean().optional(),
  })
  .superRefine(({ answers, units = [], unitRequired }, issues) => {
    const refuse = (path: (string | number)[], message: string) => issues.addIssue({ code: "custom", path, message });
    refuseSameIds(
      [
        [["answers"], answers],
        [["units"], units],
      ],
      issues,
    );
    for (const [index, answer] of answers.entries()) refuseBackward(answer, ["answers", index], refuse);
    if (keyNumber(answers) === null) refuse(["answers"], "quiz:problems.noRightChoice");
    const hasBase = units.some(({ factor }) => factor === 1);
    if ((units.length > 0 || unitRequired) && !hasBase) refuse(["units"], "quiz:problems.noBaseUnit");
  });

const answerSchema = z.strictObject({ number: z.string().max(80), unit: partIdSchema.nullable() });

export type NumericBody = z.infer<typeof bodySchema>;
export type NumericAnswer = z.infer<typeof answerSchema>;
export type NumericShown = { stem: Translated; units: { id: string; label: Translated }[]; unitRequired: boolean };

type Unit = NonNullable<NumericBody["units"]>[number];

/** What was typed without the unit behind it, where it names one. */
function takeUnit(typed: string, units: readonly Unit[]): { number: string; unit: Unit | undefined } {
  const text = typed.trim().toLowerCase();
  const names = units.flatMap((unit) =>
    [...(unit.names ?? []), ...Object.values(unit.label)].map((name) => ({ unit, name: name.trim().toLowerCase() })),
  );
  const longest = names
    .filter(({ name }) => text.endsWith(name) && /\d|[٠-٩۰-۹]/.test(text.slice(0, -name.length)))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return { number: longest ? text.slice(0, -longest.name.length) : text, unit: longest?.unit };
}

/** What was meant, in the unit of the answers; nothing where it is no number or lacks its unit. */
function meant({ units = [], unitRequired }: NumericBody, answer: NumericAnswer): Rational[] {
  const written = takeUnit(answer.number, units);
  const chosen = units.find(({ id }) => id === answer.unit);
  if (chosen && written.unit && chosen.id !== written.unit.id) return [];
  const unit = chosen ?? written.unit;
  if (!unit && unitRequired) return [];
  const factor = fromNumber(unit?.factor ?? 1);
  return readNumber(written.number).map((number) => multiply(number, factor));
}

/** A number, perhaps with a unit. */
export const numeric: QuestionType<NumericBody, NumericShown, NumericAnswer> = {
  name: "numeric",
  body: bodySchema,
  answer: answerSchema,
  start: (newId) => ({ stem: {}, answers: [{ id: newId(), value: Number.NaN }] }),
  blank: { number: "", unit: null },
  show: ({ stem, units = [], unitRequired = false }, { text }) => ({
    stem: text(stem),
    units: units.map(({ id, label }) => ({ id, label })),
    unitRequired,
  }),
  fits: ({ units = [] }, { unit }) => unit === null || units.some(({ id }) => id === unit),
  isBlank: ({ number }) => number.trim() === "",
  grade: (body, answer) => {
    if (answer.number.trim() === "") return graded(body, { share: 0, parts: { answer: "missed" } });
    const best = bestNumber(body.answers, meant(body, answer));
    const share = best ? asShare(readShare(best.share ?? 1)) : 0;
    return graded(body, { share, parts: { answer: share === 1 ? "right" : "wrong" }, remarks: [best?.remark] });
  },
  key: ({ answers, units = [], unitRequired }) => {
    const base = units.find(({ factor }) => factor === 1);
    return { number: keyNumber(answers) ?? "", unit: unitRequired ? (base?.id ?? null) : null };
  },
  texts: (body) => present([...commonTexts(body), ...body.answers.map(({ remark }) => remark)]),
  labels: ({ units = [] }) => units.map(({ label }) => label),
};
