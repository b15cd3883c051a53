import { useEffect, useState } from "react";
import { useBlocker } from "react-router";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import type { BankChoices } from "../../building/find-bank-choices.server.ts";
import type { BankQuestion, SlotStanding } from "../../building/plan-pieces.server.ts";
import type { QuizPlan } from "../../quiz-plan.ts";
import { readCount, totalsOf } from "./edited-plan.ts";
import { PlanSaving } from "./plan-saving.tsx";
import { PlanSection } from "./plan-section.tsx";
import { type PlanAddress, usePlan } from "./use-plan.ts";

export type PlanEditorProps = {
  address: PlanAddress;
  locales: Locale[];
  plan: QuizPlan;
  version: string;
  questions: BankQuestion[];
  choices: BankChoices;
  slots: Record<string, SlotStanding>;
};

/** Which questions a quiz has: sections of fixed questions and random pools, their order and points. */
export function PlanEditor({ address, plan: saved, version, questions, ...rest }: PlanEditorProps) {
  const { t } = useTranslation("quiz-editor");
  const plan = usePlan({ address, saved, version });
  const [chosen, setChosen] = useState<BankQuestion[]>([]);
  useUnsaved(plan.dirty);
  const known = new Map([...questions, ...chosen].map((question) => [question.id, question]));
  const totals = totalsOf(plan.plan);
  let first = 1;
  return (
    <section aria-labelledby="plan" className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="plan" className="font-bold font-read text-2xl">
          {t("plan.title")}
        </h2>
        <p className="text-ink-2">
          {t("plan.questions", { count: totals.questions })} · {t("quiz:view.points", { count: totals.points / 1_000 })}
        </p>
      </div>
      {plan.plan.map((section, index) => {
        const from = first;
        first += section.slots.reduce((sum, { count }) => sum + (readCount(count) ?? 1), 0);
        return (
          <PlanSection
            key={section.id}
            section={section}
            place={{ index, of: plan.plan.length, from }}
            address={address}
            plan={plan}
            known={known}
            onChosen={(more) => setChosen([...chosen, ...more])}
            {...rest}
          />
        );
      })}
      <Button type="button" kind="quiet" className="justify-self-start" onClick={plan.addSection}>
        {t("plan.addSection")}
      </Button>
      <PlanSaving plan={plan} known={known} />
    </section>
  );
}

/** Asks before a page is left on which something was not saved. */
function useUnsaved(dirty: boolean) {
  const { t } = useTranslation("quiz-editor");
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (window.confirm(t("plan.leave"))) blocker.proceed();
    else blocker.reset();
  }, [blocker, t]);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
}
