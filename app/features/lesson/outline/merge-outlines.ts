import type { DraftOutline, OutlineLesson, OutlineSection } from "./draft-outline.ts";
import { lessonsOf } from "./draft-outline.ts";
import { movedParts, type Placed, placesOf } from "./outline-places.ts";

export type Three = { base: DraftOutline; mine: DraftOutline; theirs: DraftOutline };
type Side = "mine" | "theirs";

/** `conflicts` are ids of the lessons and sections that both changed, each in another way. */
export type Merged = { outline: DraftOutline; conflicts: string[] };

/**
 * One outline of two that were made from `base`. What only one of them changed is as that one has it; where both changed
 * the same fact of the same lesson, or moved the same lesson, it is as `prefer` has it, and named.
 */
export function mergeOutlines({ base, mine, theirs }: Three, prefer: Side = "mine"): Merged {
  const conflicts = new Set<string>();
  const lessons = mergeLessons({ base, mine, theirs }, { prefer, conflicts });
  const sections = mergeTitles({ base, mine, theirs }, { prefer, conflicts });
  const places = mergePlaces({ base, mine, theirs }, { prefer, conflicts, kept: new Set(lessons.keys()) });
  const outline = {
    sections: places.flatMap(({ id, lessonIds }) => {
      const section = sections.get(id);
      const inside = lessonIds.flatMap((lessonId) => lessons.get(lessonId) ?? []);
      return section ? [{ ...section, lessons: inside }] : [];
    }),
  };
  return { outline, conflicts: [...conflicts] };
}

type Merging = { prefer: Side; conflicts: Set<string> };

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Fact by fact, what one side changed. */
function mergeFacts<Facts extends object>(
  { base, mine, theirs }: { base: Facts; mine: Facts; theirs: Facts },
  { prefer, onConflict }: { prefer: Side; onConflict: () => void },
): Facts {
  const merged = { ...(prefer === "mine" ? mine : theirs) };
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)]);
  for (const key of keys) {
    const [was, here, there] = [base, mine, theirs].map(
      (facts) => Object.entries(facts).find(([name]) => name === key)?.[1],
    );
    if (same(here, there)) continue;
    const changedHere = !same(here, was);
    if (changedHere && !same(there, was)) onConflict();
    else Object.assign(merged, { [key]: changedHere ? here : there });
  }
  return merged;
}

/** The facts of a lesson with its titles side by side, so that two languages are two facts. */
const flat = ({ titles: _, ...facts }: OutlineLesson) => ({ facts });

function mergeLessons({ base, mine, theirs }: Three, merging: Merging): Map<string, OutlineLesson> {
  const byId = (outline: DraftOutline) => new Map(lessonsOf(outline).map((lesson) => [lesson.id, lesson]));
  const [was, here, there] = [byId(base), byId(mine), byId(theirs)];
  const merged = new Map<string, OutlineLesson>();
  for (const id of new Set([...there.keys(), ...here.keys()])) {
    const [before, own, other] = [was.get(id), here.get(id), there.get(id)];
    const only = own ?? other;
    if (own && other) {
      merged.set(id, mergeLesson({ base: before ?? other, mine: own, theirs: other }, merging));
    } else if (only) {
      const prefers = merging.prefer === (own ? "mine" : "theirs");
      if (staysWhereOneRemoved({ before, only, prefers }, merging.conflicts)) merged.set(id, only);
    }
  }
  return merged;
}

function mergeLesson({ base, mine, theirs }: Record<"base" | Side, OutlineLesson>, merging: Merging): OutlineLesson {
  const how = { prefer: merging.prefer, onConflict: () => merging.conflicts.add(mine.id) };
  const [was, here, there] = [flat(base), flat(mine), flat(theirs)];
  const facts = mergeFacts({ base: was.facts, mine: here.facts, theirs: there.facts }, how);
  return { ...facts, titles: mergeFacts({ base: base.titles, mine: mine.titles, theirs: theirs.titles }, how) };
}

type OneSided = { before: OutlineLesson | undefined; only: OutlineLesson; prefers: boolean };

/** A lesson that one side has and the other has not: it is new, or the other removed it. */
function staysWhereOneRemoved({ before, only, prefers }: OneSided, conflicts: Set<string>): boolean {
  if (!before) return true;
  if (same(before, only)) return false;
  conflicts.add(only.id);
  return prefers;
}

function mergeTitles({ base, mine, theirs }: Three, { prefer, conflicts }: Merging) {
  const byId = ({ sections }: DraftOutline) => new Map(sections.map((section) => [section.id, section]));
  const [was, here, there] = [byId(base), byId(mine), byId(theirs)];
  const merged = new Map<string, Pick<OutlineSection, "id" | "titles">>();
  for (const id of new Set([...there.keys(), ...here.keys()])) {
    const [own, other] = [here.get(id), there.get(id)];
    const only = own ?? other;
    if (!only) continue;
    const onConflict = () => conflicts.add(id);
    const three = { base: (was.get(id) ?? only).titles, mine: (own ?? only).titles, theirs: (other ?? only).titles };
    merged.set(id, { id, titles: own && other ? mergeFacts(three, { prefer, onConflict }) : only.titles });
  }
  return merged;
}

/** Their order, with what was moved, put back or made here at its new place. */
function mergePlaces(three: Three, { prefer, conflicts, kept }: Merging & { kept: ReadonlySet<string> }): Placed[] {
  const [was, here, there] = [placesOf(three.base), placesOf(three.mine), placesOf(three.theirs)];
  const movedHere = movedParts(was, here);
  const movedThere = movedParts(was, there);
  const hasThere = new Set(there.flatMap(({ lessonIds }) => lessonIds));
  const places = mergeSections({ was, here, there });
  const inPlace = places.map(({ id, lessonIds }) => ({ id, lessonIds: lessonIds.filter((one) => kept.has(one)) }));
  for (const { id: sectionId, lessonIds } of here) {
    for (const [index, id] of lessonIds.entries()) {
      if (!kept.has(id) || (hasThere.has(id) && !movedHere.lessons.has(id))) continue;
      if (hasThere.has(id) && movedThere.lessons.has(id) && !standsSame(id, here, there)) {
        conflicts.add(id);
        if (prefer === "theirs") continue;
      }
      put(inPlace, { id, sectionId, before: lessonIds.slice(0, index) });
    }
  }
  const removed = new Set(was.map(({ id }) => id).filter((id) => !has(here, id) || !has(there, id)));
  return inPlace.filter(({ id, lessonIds }) => lessonIds.length > 0 || !removed.has(id));
}

const has = (places: Placed[], id: string) => places.some((section) => section.id === id);

function standsSame(id: string, here: Placed[], there: Placed[]): boolean {
  const find = (places: Placed[]) => places.find(({ lessonIds }) => lessonIds.includes(id));
  const [own, other] = [find(here), find(there)];
  const beforeIt = (place: Placed | undefined) => place?.lessonIds[place.lessonIds.indexOf(id) - 1];
  return own?.id === other?.id && beforeIt(own) === beforeIt(other);
}

/** All sections of both, those that were moved or made here at their new place. */
function mergeSections({ was, here, there }: Record<"was" | "here" | "there", Placed[]>): Placed[] {
  const moved = movedParts(was, here).sections;
  const places = there.map((section) => ({ ...section, lessonIds: [...section.lessonIds] }));
  for (const [index, { id }] of here.entries()) {
    const at = places.findIndex((section) => section.id === id);
    if (at >= 0 && !moved.has(id)) continue;
    const [section] = at >= 0 ? places.splice(at, 1) : [{ id, lessonIds: [] }];
    if (section)
      places.splice(
        after(
          places.map((one) => one.id),
          here.slice(0, index).map((one) => one.id),
        ),
        0,
        section,
      );
  }
  return places;
}

function put(places: Placed[], { id, sectionId, before }: { id: string; sectionId: string; before: string[] }): void {
  for (const section of places) section.lessonIds = section.lessonIds.filter((one) => one !== id);
  const target = places.find((section) => section.id === sectionId);
  target?.lessonIds.splice(after(target.lessonIds, before), 0, id);
}

/** The place behind the last of those `before` that is in the list; its beginning where none is. */
function after(list: string[], before: string[]): number {
  const last = before.findLast((id) => list.includes(id));
  return last === undefined ? 0 : list.indexOf(last) + 1;
}
