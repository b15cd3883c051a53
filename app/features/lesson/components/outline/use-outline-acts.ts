import { useEffect, useRef, useState } from "react";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import * as edits from "../../outline/edit-outline.ts";
import type { NewLesson } from "./send-outline.ts";
import type { OutlineInHand, RemovedLesson, RemovedSection } from "./use-outline.ts";

type Acts = { hand: OutlineInHand; titleOf: (titles: Translated) => string };

/** What is done to an outline as a whole, each act said aloud for those who do not see it. */
export function useOutlineActs({ hand, titleOf }: Acts) {
  const { t } = useTranslation("outline");
  const [said, setSaid] = useState("");
  const focus = useFocusAfter();
  const { outline, edit } = hand;
  const lessonAct = (id: string, moved: typeof outline) => {
    const now = edits.findPlace(moved, id);
    if (!now) return;
    const title = titleOf(now.lesson.titles);
    if (moved === outline) return setSaid(t("said.edge", { title }));
    edit(() => moved);
    focus(`move-${id}`);
    const { length: of } = now.section.lessons;
    setSaid(t("said.moved", { title, place: now.index + 1, of, section: titleOf(now.section.titles) }));
  };
  return {
    said,
    moveLesson: (id: string, by: 1 | -1) => lessonAct(id, edits.moveLesson(outline, { id, by })),
    moveLessonTo: (id: string, to: { sectionId: string; at?: string }) =>
      lessonAct(id, edits.moveLessonTo(outline, { id, ...to })),
    moveSection: (id: string, to: number) => {
      const section = outline.sections.find((one) => one.id === id);
      const moved = edits.moveSection(outline, { id, to });
      if (!section) return;
      const title = titleOf(section.titles);
      if (moved === outline) return setSaid(t("said.edge", { title }));
      edit(() => moved);
      focus(`move-${id}`);
      setSaid(t("said.sectionMoved", { title, place: to + 1, of: outline.sections.length }));
    },
    removeLesson: (id: string, titles: Translated) => {
      edit((now) => edits.removeLesson(now, id));
      focus("undo");
      setSaid(t("said.removed", { title: titleOf(titles) }));
    },
    removeSection: (id: string, titles: Translated) => {
      edit((now) => edits.removeSection(now, id));
      focus("undo");
      setSaid(t("said.removed", { title: titleOf(titles) }));
    },
    addSection: (titles: Translated) => {
      const id = crypto.randomUUID();
      edit((now) => edits.addSection(now, { id, titles }));
      focus(`move-${id}`);
      setSaid(t("said.added", { title: titleOf(titles) }));
    },
    addLesson: async (lesson: NewLesson) => {
      const answer = await hand.add(lesson);
      if (answer.result !== "added") return answer;
      focus(`move-${answer.id}`);
      setSaid(t("said.added", { title: titleOf(lesson.title) }));
      return answer;
    },
    putLessonBack: (lesson: RemovedLesson) => {
      edit((now) => edits.putLessonBack(now, lesson));
      focus(`move-${lesson.id}`);
      setSaid(t("said.putBack", { title: titleOf(lesson.titles) }));
    },
    putSectionBack: (section: RemovedSection, lessons: RemovedLesson[]) => {
      edit((now) => edits.putSectionBack(now, { section, lessons }));
      focus(`move-${section.id}`);
      setSaid(t("said.putBack", { title: titleOf(section.titles) }));
    },
    undo: () => {
      if (!hand.canUndo) return;
      hand.undo();
      setSaid(t("said.undone"));
    },
    redo: () => {
      if (!hand.canRedo) return;
      hand.redo();
      setSaid(t("said.redone"));
    },
  };
}

/** Moves the focus to an element once it is drawn, where moving or adding has drawn it anew. */
function useFocusAfter(): (name: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.querySelector<HTMLElement>(`[data-focus="${wanted.current}"]`)?.focus();
    wanted.current = null;
  });
  return (name) => {
    wanted.current = name;
  };
}
