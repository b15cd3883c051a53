import { useState } from "react";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { BankChoices } from "../../building/find-bank-choices.server.ts";
import type { BankQuestion, SlotStanding } from "../../building/plan-pieces.server.ts";
import { type EditedSection, readCount } from "./edited-plan.ts";
import { MoveButtons } from "./move-buttons.tsx";
import { PlanSlot } from "./plan-slot.tsx";
import { PoolForm } from "./pool-form.tsx";
import { QuestionPicker } from "./question-picker.tsx";
import type { PlanAddress, PlanInHand } from "./use-plan.ts";

export type PlanSectionProps = {
  section: EditedSection;
  /** Where it stands among the sections, and the number of its first question. */
  place: { index: number; of: number; from: number };
  address: PlanAddress;
  locales: Locale[];
  plan: PlanInHand;
  known: ReadonlyMap<string, BankQuestion>;
  choices: BankChoices;
  slots: Record<string, SlotStanding>;
  onChosen: (questions: BankQuestion[]) => void;
};

/** A section of a quiz with its titles, its questions and pools, and what can be added to it. */
export function PlanSection(props: PlanSectionProps) {
  const { section, place, plan, locales, known, choices, slots, address } = props;
  const { t } = useTranslation("quiz-editor");
  let from = place.from;
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-4 rounded border border-line bg-surface p-4">
      <SectionHead {...{ section, place, plan, locales }} />
      {section.slots.length === 0 ? <p className="text-ink-2">{t("plan.empty")}</p> : null}
      <ol className="grid grid-cols-1 gap-3">
        {section.slots.map((slot, index) => {
          const number = from;
          from += readCount(slot.count) ?? 1;
          return (
            <PlanSlot
              key={slot.id}
              slot={slot}
              number={number}
              ends={{
                first: place.index === 0 && index === 0,
                last: place.index === place.of - 1 && index === section.slots.length - 1,
              }}
              question={"questionId" in slot.from ? known.get(slot.from.questionId) : undefined}
              standing={slots[slot.id]}
              remove={() => plan.removeSlot(section.id, slot.id)}
              {...{ plan, choices, address }}
            />
          );
        })}
      </ol>
      <Adding {...props} />
    </fieldset>
  );
}

function SectionHead({
  section,
  place,
  plan,
  locales,
}: Pick<PlanSectionProps, "section" | "place" | "plan" | "locales">) {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  const name = t("plan.section", { number: formats.number(place.index + 1) });
  return (
    <>
      <legend className="sr-only">{name}</legend>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span aria-hidden="true" className="font-semibold">
          {name}
        </span>
        {place.of > 1 ? (
          <span className="flex">
            <MoveButtons
              name={name}
              first={place.index === 0}
              last={place.index === place.of - 1}
              move={(by) => plan.moveSection(section.id, by)}
              remove={() => plan.removeSection(section.id)}
            />
          </span>
        ) : null}
      </div>
      {place.index === 0 ? <p className="text-ink-2 text-sm">{t("plan.sectionHint")}</p> : null}
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {locales.map((locale) => (
          <Field
            key={locale}
            id={`title-${section.id}-${locale}`}
            name={`title-${section.id}-${locale}`}
            label={t("plan.sectionTitle", { language: localeNames[locale] })}
            lang={locale}
            dir={directionOf(locale)}
            maxLength={200}
            value={section.titles[locale] ?? ""}
            error={missesTitle(section, locale) ? t("plan.noTitle") : undefined}
            onChange={(event) => plan.setTitle(section.id, locale, event.target.value)}
          />
        ))}
      </div>
    </>
  );
}

/** A title in one language wants one in all; a section may have none. */
function missesTitle({ titles }: EditedSection, locale: Locale): boolean {
  const isWritten = (title: string | undefined) => title !== undefined && title.trim() !== "";
  return !isWritten(titles[locale]) && Object.values(titles).some(isWritten);
}

function Adding({ section, address, plan, choices, onChosen }: PlanSectionProps) {
  const { t } = useTranslation("quiz-editor");
  const [open, setOpen] = useState<"questions" | "pool" | null>(null);
  const taken = new Set(
    plan.plan.flatMap(({ slots }) => slots.flatMap(({ from }) => ("questionId" in from ? from.questionId : []))),
  );
  const close = () => setOpen(null);
  if (open === "questions")
    return (
      <QuestionPicker
        {...{ address, choices, taken, close }}
        add={(questions) => {
          onChosen(questions);
          plan.addQuestions(section.id, questions);
          close();
        }}
      />
    );
  if (open === "pool")
    return (
      <PoolForm
        {...{ address, choices, close }}
        add={(pool, count) => {
          plan.addPool(section.id, pool, count);
          close();
        }}
      />
    );
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="button" kind="quiet" onClick={() => setOpen("questions")}>
        <Icon name="plus" className="size-5" />
        {t("plan.addQuestions")}
      </Button>
      <Button type="button" kind="quiet" onClick={() => setOpen("pool")}>
        <Icon name="plus" className="size-5" />
        {t("plan.addPool")}
      </Button>
    </div>
  );
}
