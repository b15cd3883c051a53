import type { ReactNode } from "react";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { QuestionCard } from "./question-card.tsx";
import type { OpenAttempt, Sitting } from "./use-sitting.ts";

type PaperViewProps = {
  attempt: OpenAttempt;
  sitting: Sitting;
  /** Which questions are shown now. */
  shown: OpenAttempt["slots"];
};

/** The questions of a paper, by section. */
export function PaperView({ attempt, sitting, shown }: PaperViewProps) {
  const { locale } = usePageContext().formats;
  const sections = attempt.sections
    .map((section) => ({ ...section, slots: shown.filter((slot) => slot.section === section.id) }))
    .filter(({ slots }) => slots.length > 0);
  const one = attempt.sections.length < 2;
  return sections.map(({ id, titles, slots }) => (
    <section key={id} aria-labelledby={`section-${id}`} className="grid gap-4">
      <SectionTitle id={`section-${id}`} hidden={one}>
        <LocalText value={pickTranslated(titles, locale)} />
      </SectionTitle>
      {slots.map((slot) => (
        <Question key={slot.slot} slot={slot} attempt={attempt} sitting={sitting} />
      ))}
    </section>
  ));
}

function SectionTitle({ id, hidden, children }: { id: string; hidden: boolean; children: ReactNode }) {
  return (
    <h2 id={id} className={hidden ? "sr-only" : "font-bold font-read text-2xl"}>
      {children}
    </h2>
  );
}

type QuestionProps = Pick<PaperViewProps, "attempt" | "sitting"> & { slot: OpenAttempt["slots"][number] };

function Question({ slot, attempt, sitting }: QuestionProps) {
  const { answers, closed, entries, onFlag, uploadsOf } = sitting;
  return (
    <QuestionCard
      slot={slot}
      all={attempt.slotCount}
      value={answers.valueOf(slot.slot)}
      state={answers.stateOf(slot.slot)}
      flagged={entries.some((entry) => entry.slot === slot.slot && entry.flagged)}
      disabled={closed}
      onEdit={answers.edit}
      onFlag={attempt.rules.noGoingBack ? undefined : onFlag}
      uploads={slot.type === "file-upload" ? uploadsOf(slot.slot) : undefined}
    />
  );
}
