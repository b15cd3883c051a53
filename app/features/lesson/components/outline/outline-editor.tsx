import { useEffect, useState } from "react";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { OutlineEditorData } from "../../outline/find-outline.server.ts";
import { AddSection } from "./add-section.tsx";
import { DragOutline } from "./drag-outline.tsx";
import { OutlineSectionCard } from "./outline-section.tsx";
import { OutlineToolbar } from "./outline-toolbar.tsx";
import { RemovedList } from "./removed-list.tsx";
import { useOutline } from "./use-outline.ts";
import { useOutlineActs } from "./use-outline-acts.ts";

export type OutlineEditorProps = { data: OutlineEditorData; personId: string };

/** The sections and lessons of a course's draft: named, ordered, opened and removed, and every change undone. */
export function OutlineEditor({ data, personId }: OutlineEditorProps) {
  const { t } = useTranslation("outline");
  const { locale } = usePageContext().formats;
  const hand = useOutline({ data, personId });
  const titleOf = (titles: Translated) => nameOf(titles, [locale, data.course.sourceLocale]);
  const acts = useOutlineActs({ hand, titleOf });
  useUndoKeys(acts);
  const editor = { course: data.course, hand, acts, titleOf };
  const { sections } = hand.outline;
  return (
    <div className="grid grid-cols-1 gap-5">
      <OutlineToolbar {...editor} />
      <VisuallyHidden>
        <p aria-live="polite" data-said="">
          {acts.said}
        </p>
      </VisuallyHidden>
      <p className="text-ink-2 text-sm">{t("keys")}</p>
      {sections.length === 0 ? <EmptyState title={t("title")} text={t("empty")} /> : null}
      <DragOutline {...editor}>
        <ol className="grid grid-cols-1 gap-5">
          {sections.map((section, index) => (
            <OutlineSectionCard key={section.id} section={section} index={index} editor={editor} />
          ))}
        </ol>
      </DragOutline>
      <AddSection editor={editor} />
      <RemovedList editor={editor} />
    </div>
  );
}

/** A title in the first of these languages that has one, else in any. */
function nameOf(titles: Translated, wanted: readonly Locale[]): string {
  const found = wanted.find((locale) => titles[locale]);
  return (found && titles[found]) ?? pickTranslated(titles, wanted[0] ?? "ar").text;
}

const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]";

/** Undo and redo by keyboard, except in a field, which has an undo of its own. */
function useUndoKeys({ undo, redo }: ReturnType<typeof useOutlineActs>): void {
  const [acts] = useState(() => ({ undo, redo }));
  Object.assign(acts, { undo, redo });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(FIELDS)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) acts.redo();
      else acts.undo();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [acts]);
}
