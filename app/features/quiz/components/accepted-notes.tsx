import type { ReactNode } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { AcceptedNumber } from "../question-types/numeric/accept-number.ts";
import { asShare } from "../question-types/rational.ts";
import { readShare, type Share } from "../question-types/share.ts";
import type { AcceptedText } from "../question-types/short-text/accept-text.ts";

type NotesProps = { legend?: ReactNode; items: { id: string; text: ReactNode; share?: Share | undefined }[] };

/** All that is accepted, and what each earns where it is not the whole. */
export function AcceptedNotes({ legend, items }: NotesProps) {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  return (
    <div className="text-sm">
      <span className="font-semibold">{legend ?? t("print.accepted")}:</span>{" "}
      {items.map(({ id, text, share = 1 }, index) => {
        const earned = asShare(readShare(share));
        return (
          <span key={id}>
            {index > 0 ? " · " : null}
            <bdi>{text}</bdi>
            {earned === 1 ? null : ` (${t("print.earns", { share: formats.percent(earned) })})`}
          </span>
        );
      })}
    </div>
  );
}

export const textItems = (accepted: readonly AcceptedText[]) =>
  accepted.map(({ id, text, share }) => ({ id, text, share }));

/** Numbers with how exactly they are wanted. */
export function useNumberItems() {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  const number = (value: number) => <bdi dir="ltr">{formats.number(value)}</bdi>;
  const tolerance = (answer: AcceptedNumber): string | null => {
    if (!("value" in answer) || !answer.tolerance) return null;
    const { tolerance: allowed } = answer;
    if (allowed.kind === "significant") return t("print.figures", { figures: formats.number(allowed.figures) });
    const by = allowed.kind === "relative" ? formats.percent(allowed.by) : formats.number(allowed.by);
    return t("print.within", { by });
  };
  return (answers: readonly AcceptedNumber[]) =>
    answers.map((answer) => {
      const exactly = tolerance(answer);
      const text =
        "value" in answer ? (
          <>
            {number(answer.value)}
            {exactly ? ` ${exactly}` : null}
          </>
        ) : (
          t("print.range", { from: formats.number(answer.from), to: formats.number(answer.to) })
        );
      return { id: answer.id, share: answer.share, text };
    });
}
