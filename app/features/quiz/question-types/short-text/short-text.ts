import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { commonBody, commonTexts, present, refuseSameIds } from "../body-parts.ts";
import { graded } from "../grade-parts.ts";
import type { QuestionType } from "../question-type.ts";
import { asShare } from "../rational.ts";
import { readShare } from "../share.ts";
import { acceptedTextSchema, bestText, keyText, strictSchema } from "./accept-text.ts";

const bodySchema = z
  .strictObject({
    ...commonBody,
    accepted: z.array(acceptedTextSchema).min(1, "quiz:problems.noAcceptedAnswer").max(100),
    strict: strictSchema,
  })
  .superRefine(({ accepted, strict }, issues) => {
    refuseSameIds([[["accepted"], accepted]], issues);
    if (keyText(accepted, strict) !== null) return;
    issues.addIssue({ code: "custom", path: ["accepted"], message: "quiz:problems.noRightChoice" });
  });

const answerSchema = z.strictObject({ text: z.string().max(1000) });

export type ShortTextBody = z.infer<typeof bodySchema>;
export type ShortTextAnswer = z.infer<typeof answerSchema>;
export type ShortTextShown = { stem: Translated };

/** A word or a few, compared as people compare them. */
export const shortText: QuestionType<ShortTextBody, ShortTextShown, ShortTextAnswer> = {
  name: "short-text",
  body: bodySchema,
  answer: answerSchema,
  start: (newId) => ({ stem: {}, accepted: [{ id: newId(), text: "" }] }),
  blank: { text: "" },
  show: ({ stem }, { text }) => ({ stem: text(stem) }),
  fits: () => true,
  isBlank: ({ text }) => text.trim() === "",
  grade: (body, { text }) => {
    if (text.trim() === "") return graded(body, { share: 0, parts: { answer: "missed" } });
    const best = bestText(body.accepted, text, body.strict);
    const share = best ? asShare(readShare(best.share ?? 1)) : 0;
    return graded(body, { share, parts: { answer: share === 1 ? "right" : "wrong" }, remarks: [best?.remark] });
  },
  key: ({ accepted, strict }, locale) => ({ text: keyText(accepted, strict, locale) ?? "" }),
  texts: (body) => present([...commonTexts(body), ...body.accepted.map(({ remark }) => remark)]),
  labels: () => [],
};
