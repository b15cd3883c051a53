import type { ReactNode } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { questionAnchor } from "./question-card.tsx";

export type MapEntry = { slot: number; answered: boolean; flagged: boolean };

type QuestionMapProps = {
  entries: readonly MapEntry[];
  /** Where one question is shown at a time: which, and how to another. */
  steps?: { at: number; go: (slot: number) => void };
};

/** The questions of a paper by their numbers: which are answered, and which she wants to look at again. */
export function QuestionMap({ entries, steps }: QuestionMapProps) {
  const { t } = useTranslation("sitting");
  const done = entries.filter(({ answered }) => answered).length;
  return (
    <nav aria-label={t("sit.map")} className="grid gap-3">
      <p className="text-ink-2 text-sm">{t("sit.done", { done, all: entries.length })}</p>
      <ol className="flex flex-wrap gap-1.5">
        {entries.map((entry) => (
          <li key={entry.slot}>
            <Way entry={entry} steps={steps}>
              <Mark entry={entry} />
            </Way>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Way({ entry: { slot, answered, flagged }, steps, children }: WayProps) {
  const className = classNames(
    "relative grid size-11 place-items-center rounded-sm border tabular-nums no-underline",
    answered ? "border-tile bg-tile-tint font-semibold text-tile-strong" : "border-line-strong bg-surface text-ink",
    flagged && "sitting-flagged",
    steps?.at === slot && "sitting-here",
  );
  if (!steps) {
    return (
      <a href={`#${questionAnchor(slot)}`} className={className}>
        {children}
      </a>
    );
  }
  const here = steps.at === slot ? ("step" as const) : undefined;
  return (
    <button type="button" aria-current={here} className={className} onClick={() => steps.go(slot)}>
      {children}
    </button>
  );
}

type WayProps = { entry: MapEntry; steps: QuestionMapProps["steps"]; children: ReactNode };

function Mark({ entry: { slot, answered, flagged } }: { entry: MapEntry }) {
  const { t } = useTranslation("sitting");
  const formats = useFormats();
  const words = [t("sit.question", { number: slot }), t(answered ? "sit.answered" : "sit.unanswered")];
  return (
    <>
      <span aria-hidden="true">{formats.number(slot)}</span>
      <VisuallyHidden>{[...words, ...(flagged ? [t("sit.flagged")] : [])].join(" · ")}</VisuallyHidden>
    </>
  );
}
