import type { Translated } from "#app/platform/i18n/locales.ts";
import type { MultipleChoiceBody } from "../question-types/multiple-choice/multiple-choice.ts";
import { compare, one, zero } from "../question-types/rational.ts";
import { readShare, type Share } from "../question-types/share.ts";
import { lose } from "./reading-notes.ts";
import { type WritingNotes, writtenMarkdown, writtenRemark } from "./written-text.ts";

type Choice = {
  text: Translated;
  share?: Share | undefined;
  remark?: Translated | undefined;
  fixed?: boolean | undefined;
};

/** Choices as Moodle's formats have them, which may not keep single ones in their places. */
export function writtenChoices({ choices }: { choices: readonly Choice[] }, notes: WritingNotes) {
  if (choices.some(({ fixed }) => fixed)) lose(notes, "order");
  return choices.map(({ text, share = 0, remark }) => ({
    share,
    text: writtenMarkdown(text, notes),
    remark: writtenRemark(remark, notes),
  }));
}

type MultipleChoice = MultipleChoiceBody["choices"][number];

/** What one of several choices weighs, whatever the rule is called. */
export function weightOf({ choices, rule }: MultipleChoiceBody, choice: MultipleChoice, notes: WritingNotes): Share {
  if (rule === "weights") return choice.share ?? 0;
  const right = choices.filter((other) => other.right).length;
  if (rule === "right-minus-wrong") return `${choice.right ? 1 : -1}/${right}`;
  lose(notes, "partial");
  return choice.right ? `1/${right}` : -1;
}

/** The remark on a wrong answer, where it may stand as the answer that catches all others; else it is lost. */
export function wrongRemark(
  { feedback }: { feedback?: { wrong?: Translated | undefined } | undefined },
  answers: readonly { share?: Share | undefined }[],
  notes: WritingNotes,
): string {
  const isShared = answers.some(({ share = 1 }) => {
    const value = readShare(share);
    return compare(value, zero) > 0 && compare(value, one) < 0;
  });
  if (isShared && feedback?.wrong) lose(notes, "feedback", { kind: "wrong" });
  return isShared ? "" : writtenRemark(feedback?.wrong, notes);
}
