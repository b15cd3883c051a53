import { useState } from "react";
import { useRevalidator } from "react-router";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { BankQuestion } from "../../building/plan-pieces.server.ts";
import type { QuizPlan } from "../../quiz-plan.ts";
import { type SentPlan, sendPlan } from "./ask-plan.ts";
import {
  type EditedPlan,
  type EditedSlot,
  moveSection,
  moveSlot,
  type Pool,
  putBack,
  type Removed,
  toEdited,
  toPlan,
} from "./edited-plan.ts";

export type PlanAddress = { course: string; lesson: string };

type UsePlan = { address: PlanAddress; saved: QuizPlan; version: string };

const newId = () => crypto.randomUUID().slice(0, 8);

/** A quiz's plan while it is edited: what stands in the editor, what was taken out of it, and how its saving went. */
export function usePlan({ address, saved, version }: UsePlan) {
  const [plan, setPlan] = useState<EditedPlan>(() => toEdited(saved));
  const [removed, setRemoved] = useState<Removed[]>([]);
  const saving = useSaving({ address, saved, version });
  const whole = toPlan(plan);
  const takeTheirs = () => {
    setPlan(toEdited(saved));
    setRemoved([]);
    saving.take({ plan: saved, version });
  };
  return {
    plan,
    whole,
    sent: saving.sent,
    dirty: JSON.stringify(whole) !== JSON.stringify(toPlan(toEdited(saving.kept.plan))),
    save: () => whole && saving.save(whole, saving.kept.version),
    /** Over what somebody else saved meanwhile. */
    saveOver: () => whole && saving.save(whole, version),
    takeTheirs,
    last: removed.at(-1),
    ...planActs({ plan, setPlan, removed, setRemoved }),
  };
}

export type PlanInHand = ReturnType<typeof usePlan>;

function useSaving({ address, saved, version }: UsePlan) {
  const [kept, setKept] = useState({ plan: saved, version });
  const [sent, setSent] = useState<SentPlan | { result: "sending" } | null>(null);
  const { revalidate } = useRevalidator();
  const save = async (wanted: QuizPlan, before: string) => {
    setSent({ result: "sending" });
    const answer = await sendPlan(address, { plan: wanted, before });
    setSent(answer);
    if (answer.result === "saved") setKept({ plan: wanted, version: answer.version });
    if (answer.result === "saved" || answer.result === "conflict") await revalidate();
  };
  const take = (theirs: typeof kept) => {
    setKept(theirs);
    setSent(null);
  };
  return { kept, sent, save, take };
}

type Hands = {
  plan: EditedPlan;
  setPlan: (change: (now: EditedPlan) => EditedPlan) => void;
  removed: Removed[];
  setRemoved: (removed: Removed[]) => void;
};

function planActs({ plan, setPlan, removed, setRemoved }: Hands) {
  const changeSlots = (change: (slots: EditedSlot[], sectionId: string) => EditedSlot[]) =>
    setPlan((now) => now.map((section) => ({ ...section, slots: change(section.slots, section.id) })));
  const append = (sectionId: string, added: EditedSlot[]) =>
    changeSlots((slots, id) => (id === sectionId ? [...slots, ...added] : slots));
  return {
    addSection: () => setPlan((now) => [...now, { id: newId(), titles: {}, slots: [] }]),
    setTitle: (id: string, locale: Locale, title: string) =>
      setPlan((now) =>
        now.map((one) => (one.id === id ? { ...one, titles: { ...one.titles, [locale]: title } } : one)),
      ),
    moveSection: (id: string, by: 1 | -1) => setPlan((now) => moveSection(now, { id, by })),
    removeSection: (id: string) => {
      const index = plan.findIndex((one) => one.id === id);
      const section = plan[index];
      if (!section) return;
      setRemoved([...removed, { kind: "section", index, section }]);
      setPlan((now) => now.filter((one) => one.id !== id));
    },
    addQuestions: (sectionId: string, questions: readonly BankQuestion[]) =>
      append(
        sectionId,
        questions.map(({ id }) => ({ id: newId(), points: "1", count: "1", from: { questionId: id } })),
      ),
    addPool: (sectionId: string, pool: Pool, count: string) =>
      append(sectionId, [{ id: newId(), points: "1", count, from: { pool } }]),
    setSlot: (id: string, change: Partial<Omit<EditedSlot, "id">>) =>
      changeSlots((slots) => slots.map((slot) => (slot.id === id ? { ...slot, ...change } : slot))),
    moveSlot: (id: string, by: 1 | -1) => setPlan((now) => moveSlot(now, { id, by })),
    removeSlot: (sectionId: string, id: string) => {
      const slots = plan.find((one) => one.id === sectionId)?.slots ?? [];
      const index = slots.findIndex((slot) => slot.id === id);
      const slot = slots[index];
      if (!slot) return;
      setRemoved([...removed, { kind: "slot", sectionId, index, slot }]);
      changeSlots((all) => all.filter((one) => one.id !== id));
    },
    undo: () => {
      const last = removed.at(-1);
      if (!last) return;
      setPlan((now) => putBack(now, last));
      setRemoved(removed.slice(0, -1));
    },
  };
}
