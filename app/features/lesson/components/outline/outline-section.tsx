import { type KeyboardEvent, useId, useState } from "react";
import { directionOf, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { OutlineSection } from "../../outline/draft-outline.ts";
import { setSectionTitle } from "../../outline/edit-outline.ts";
import { AddLesson } from "./add-lesson.tsx";
import { arrowOf } from "./arrow-of.ts";
import { useDragPart } from "./drag-outline.tsx";
import type { EditorContext } from "./editor-context.ts";
import { KeptField } from "./kept-field.tsx";
import { MoveMenu } from "./move-menu.tsx";
import { OutlineLessonRow } from "./outline-lesson.tsx";

type SectionProps = { section: OutlineSection; index: number; editor: EditorContext };

/** A section with its names, its lessons, and what can be added to it. */
export function OutlineSectionCard({ section, index, editor }: SectionProps) {
  const { t } = useTranslation("outline");
  const id = useId();
  const [renaming, setRenaming] = useState(false);
  const { box, isOver, handle, listeners } = useDragPart({ kind: "section", id: section.id });
  const { acts, hand, titleOf } = editor;
  const title = titleOf(section.titles);
  const move = (event: KeyboardEvent) => {
    const by = arrowOf(event);
    if (!by || event.defaultPrevented) return;
    event.preventDefault();
    acts.moveSection(section.id, index + by);
  };
  return (
    <li
      ref={box}
      aria-labelledby={id}
      onKeyDown={move}
      className={classNames("min-w-0 rounded border bg-surface", isOver ? "border-tile" : "border-line")}
    >
      <div className="flex items-center gap-1 border-line border-b p-2 sm:px-3">
        <MoveMenu
          part={section.id}
          title={title}
          handle={handle}
          listeners={listeners}
          up={() => acts.moveSection(section.id, index - 1)}
          down={() => acts.moveSection(section.id, index + 1)}
          others={[]}
        />
        <h2 id={id} className="min-w-0 flex-1 font-bold font-read text-xl">
          <bdi>{title}</bdi>
        </h2>
        <button
          type="button"
          aria-expanded={renaming}
          onClick={() => setRenaming(!renaming)}
          className="grid size-11 flex-none place-items-center rounded-sm text-tile hover:bg-tile-tint"
        >
          <Icon name="edit" className="size-5" />
          <VisuallyHidden>{t("section.rename", { title })}</VisuallyHidden>
        </button>
      </div>
      {renaming ? <SectionNames section={section} editor={editor} /> : null}
      {section.lessons.length === 0 ? <p className="px-4 pt-3 text-ink-2">{t("section.empty")}</p> : null}
      <ol className="grid grid-cols-1">
        {section.lessons.map((lesson) => (
          <OutlineLessonRow key={lesson.id} lesson={lesson} facts={hand.facts[lesson.id]} editor={editor} />
        ))}
      </ol>
      <div className="px-3 pb-3">
        <AddLesson section={{ id: section.id, title }} editor={editor} />
      </div>
    </li>
  );
}

function SectionNames({ section, editor: { course, hand, acts } }: Omit<SectionProps, "index">) {
  const { t } = useTranslation("outline");
  return (
    <div className="grid gap-4 border-line border-b p-4">
      {course.locales.map((locale) => (
        <KeptField
          key={locale}
          name={`section.${locale}`}
          label={t("section.titleIn", { language: localeNames[locale] })}
          lang={locale}
          dir={directionOf(locale)}
          maxLength={200}
          value={section.titles[locale] ?? ""}
          check={(title) => (title === "" && locale === course.sourceLocale ? t("errors.titleNeeded") : undefined)}
          keep={(title) =>
            hand.edit((now) => setSectionTitle(now, { id: section.id, locale, title }), `${section.id} ${locale}`)
          }
        />
      ))}
      <Button
        type="button"
        kind="danger"
        size="s"
        className="justify-self-start"
        onClick={() => acts.removeSection(section.id, section.titles)}
      >
        {t("section.remove")}
      </Button>
    </div>
  );
}
