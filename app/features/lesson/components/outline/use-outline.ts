import { useCallback, useEffect, useMemo, useState } from "react";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { type DraftOutline, lessonsOf, type OutlineLesson, type StoredOutline } from "../../outline/draft-outline.ts";
import type { OutlineEditorData } from "../../outline/find-outline.server.ts";
import { mergeOutlines } from "../../outline/merge-outlines.ts";
import * as histories from "../../outline/outline-history.ts";
import { forget, readKept } from "./kept-outlines.ts";
import { type NewLesson, type SentOutline, sendLesson } from "./send-outline.ts";
import { useOutlineSaving } from "./use-outline-saving.ts";

type UseOutline = { data: OutlineEditorData; personId: string };

/** A course's outline while it is edited: what stands in hand, what was before, what was removed, and its saving. */
export function useOutline({ data, personId }: UseOutline) {
  const course = data.course.slug;
  const key = `${personId}/${course}`;
  const [history, setHistory] = useState(() => histories.beginHistory(data.outline));
  const [stored, setStored] = useState<StoredOutline>(data);
  const onTheirs = useCallback((base: DraftOutline, newest: StoredOutline, prefer?: "mine" | "theirs") => {
    const take = (mine: DraftOutline) => mergeOutlines({ base, mine, theirs: newest.outline }, prefer).outline;
    setHistory((now) => histories.rebase(now, take));
    setStored(newest);
  }, []);
  const saving = useOutlineSaving({ course, key, stored: data, present: history.present, onTheirs });
  useRestoring({ key, data, setHistory, setState: saving.setState });

  const add = async (lesson: NewLesson): Promise<SentOutline> => {
    await saving.send();
    const answer = await sendLesson(course, lesson);
    if (answer.result !== "added") return answer;
    const { newest } = answer;
    const base = saving.base.outline;
    setHistory((now) =>
      histories.change(now, mergeOutlines({ base, mine: now.present, theirs: newest.outline }).outline),
    );
    setStored(newest);
    saving.setBase(newest);
    return answer;
  };
  return {
    outline: history.present,
    facts: stored.facts,
    removed: useMemo(() => removedParts(stored, history), [stored, history]),
    /** Changes with the same `key` one after the other are undone together. */
    edit: useCallback(
      (make: (outline: DraftOutline) => DraftOutline, key?: string) =>
        setHistory((now) => histories.change(now, make(now.present), key)),
      [],
    ),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: useCallback(() => setHistory(histories.undo), []),
    redo: useCallback(() => setHistory(histories.redo), []),
    add,
    saving,
  };
}

export type OutlineInHand = ReturnType<typeof useOutline>;

type Restoring = {
  key: string;
  data: OutlineEditorData;
  setHistory: (change: (now: histories.OutlineHistory) => histories.OutlineHistory) => void;
  setState: ReturnType<typeof useOutlineSaving>["setState"];
};

/** Brings back what was changed and not saved when the page was left, or the browser ended. */
function useRestoring({ key, data: loaded, setHistory, setState }: Restoring): void {
  // What is loaded later is not newer than what is in hand.
  const [data] = useState(loaded);
  useEffect(() => {
    let gone = false;
    void readKept(key).then((kept) => {
      if (!kept || gone) return;
      const three = { base: kept.base, mine: kept.outline, theirs: data.outline };
      const { outline, conflicts } = mergeOutlines(three);
      if (JSON.stringify(outline) === JSON.stringify(data.outline)) {
        void forget(key);
        return;
      }
      setHistory((now) => histories.change(now, conflicts.length > 0 ? kept.outline : outline));
      if (conflicts.length > 0) setState({ name: "conflict", base: kept.base, newest: data, conflicts });
    });
    return () => {
      gone = true;
    };
  }, [key, data, setHistory, setState]);
}

export type RemovedLesson = OutlineLesson & { sectionId: string };
export type RemovedSection = { id: string; titles: Translated };

/** What is not in the outline in hand and was once, as it was last. */
function removedParts({ outline, removed }: StoredOutline, { past, present }: histories.OutlineHistory) {
  const lessons = new Map(removed.lessons.map((lesson) => [lesson.id, lesson]));
  const sections = new Map(removed.sections.map((section): [string, RemovedSection] => [section.id, section]));
  for (const known of [outline, ...past]) {
    for (const { id, titles, lessons: inside } of known.sections) {
      sections.set(id, { id, titles });
      for (const lesson of inside) lessons.set(lesson.id, { ...lesson, sectionId: id });
    }
  }
  for (const { id } of present.sections) sections.delete(id);
  for (const { id } of lessonsOf(present)) lessons.delete(id);
  const withLessons = [...sections.values()].filter((one) => [...lessons.values()].some((l) => l.sectionId === one.id));
  return { lessons: [...lessons.values()], sections: withLessons };
}
