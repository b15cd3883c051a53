import type { Translated } from "#app/platform/i18n/locales.ts";
import type { QuizPlan } from "../../quiz-plan.ts";

type Source = QuizPlan["sections"][number]["slots"][number]["from"];
export type Pool = Extract<Source, { pool: unknown }>["pool"];

/** A slot as it stands in the editor: numbers as they are typed. */
export type EditedSlot = { id: string; points: string; count: string; from: Source };
export type EditedSection = { id: string; titles: Translated; slots: EditedSlot[] };
export type EditedPlan = EditedSection[];

const MOST_POINTS = 1_000_000;
const MOST_DRAWN = 200;

const westernDigits = (text: string) =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

/** Thousandths of a point as they are typed in points, in any digits; null for what is no such number. */
export function readPoints(text: string): number | null {
  const [, whole, part = ""] = /^(\d{1,4})(?:[.,٫](\d{1,3}))?$/.exec(westernDigits(text.trim())) ?? [];
  if (whole === undefined) return null;
  const points = Number(whole) * 1_000 + Number(part.padEnd(3, "0"));
  return points <= MOST_POINTS ? points : null;
}

/** How many questions a pool is to give; null for what is no such number. */
export function readCount(text: string): number | null {
  const typed = westernDigits(text.trim());
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= MOST_DRAWN ? count : null;
}

export function toEdited({ sections }: QuizPlan): EditedPlan {
  const edited = sections.map((section) => ({
    ...section,
    slots: section.slots.map((slot) => ({ ...slot, points: String(slot.points / 1_000), count: String(slot.count) })),
  }));
  // Somewhere for the first question to stand.
  return edited.length > 0 ? edited : [{ id: "questions", titles: {}, slots: [] }];
}

function toSlot({ points, count, ...slot }: EditedSlot) {
  const read = { points: readPoints(points), count: readCount(count) };
  return read.points === null || read.count === null ? null : { ...slot, points: read.points, count: read.count };
}

/** What is to be saved; null while a number is none. Sections without questions and title are left out. */
export function toPlan(edited: EditedPlan): QuizPlan | null {
  const sections: QuizPlan["sections"] = [];
  for (const { id, titles, slots } of edited) {
    const whole = slots.map(toSlot).filter((slot) => slot !== null);
    if (whole.length < slots.length) return null;
    const written = Object.fromEntries(Object.entries(titles).filter(([, title]) => title.trim() !== ""));
    if (whole.length > 0 || Object.keys(written).length > 0) sections.push({ id, titles: written, slots: whole });
  }
  return { sections };
}

/** Thousandths of a point, and questions, that a learner's paper has; a number that is none counts as nothing. */
export function totalsOf(edited: EditedPlan): { points: number; questions: number } {
  const slots = edited.flatMap(({ slots }) => slots);
  const counts = slots.map(({ count }) => readCount(count) ?? 0);
  return {
    points: slots.reduce((sum, { points }, index) => sum + (readPoints(points) ?? 0) * (counts[index] ?? 0), 0),
    questions: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** What was taken out of a plan, and where it stood. */
export type Removed =
  | { kind: "slot"; sectionId: string; index: number; slot: EditedSlot }
  | { kind: "section"; index: number; section: EditedSection };

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

export function moveSection(plan: EditedPlan, { id, by }: { id: string; by: 1 | -1 }): EditedPlan {
  const from = plan.findIndex((section) => section.id === id);
  return moved(plan, from, Math.max(0, Math.min(plan.length - 1, from + by)));
}

/** One place up or down; past the end of its section a slot goes over into the next. */
export function moveSlot(plan: EditedPlan, { id, by }: { id: string; by: 1 | -1 }): EditedPlan {
  const at = plan.findIndex(({ slots }) => slots.some((slot) => slot.id === id));
  const section = plan[at];
  const from = section?.slots.findIndex((slot) => slot.id === id) ?? -1;
  const slot = section?.slots[from];
  if (!section || !slot) return plan;
  const to = from + by;
  if (to >= 0 && to < section.slots.length)
    return plan.map((one) => (one === section ? { ...one, slots: moved(one.slots, from, to) } : one));
  const next = plan[at + by];
  if (!next) return plan;
  const slots = by === 1 ? [slot, ...next.slots] : [...next.slots, slot];
  return plan.map((one) => {
    if (one === next) return { ...one, slots };
    return one === section ? { ...one, slots: one.slots.filter((other) => other !== slot) } : one;
  });
}

/** Puts back what was taken out, where it stood, or at the end where its section has gone too. */
export function putBack(plan: EditedPlan, removed: Removed): EditedPlan {
  if (removed.kind === "section") return plan.toSpliced(removed.index, 0, removed.section);
  const home = plan.find(({ id }) => id === removed.sectionId) ?? plan.at(-1);
  if (!home) return [{ id: removed.sectionId, titles: {}, slots: [removed.slot] }];
  return plan.map((one) =>
    one === home ? { ...one, slots: one.slots.toSpliced(removed.index, 0, removed.slot) } : one,
  );
}
