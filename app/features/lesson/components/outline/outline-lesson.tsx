import { type KeyboardEvent, useState } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { type LessonFacts, lessonsOf, type OutlineLesson } from "../../outline/draft-outline.ts";
import { arrowOf } from "./arrow-of.ts";
import { useDragPart } from "./drag-outline.tsx";
import type { EditorContext } from "./editor-context.ts";
import { LessonSettings } from "./lesson-settings.tsx";
import { MoveMenu } from "./move-menu.tsx";

type RowProps = { lesson: OutlineLesson; facts: LessonFacts | undefined; editor: EditorContext };

const icons: Partial<Record<string, IconName>> = { lecture: "play", quiz: "edit", text: "text" };
const editors: Partial<Record<string, string>> = { lecture: "", quiz: "/quiz", text: "/text" };

/** Where a lesson's own body is edited. */
export function editorOf(course: string, { kind, slug }: LessonFacts): string {
  return `/teach/${course}/${slug}${editors[kind] ?? "/text"}`;
}

const squareClass = "grid size-11 flex-none place-items-center rounded-sm text-tile hover:bg-tile-tint";

/** A lesson in the outline: its title, what is unusual of it, and the ways to its editor and its settings. */
export function OutlineLessonRow({ lesson, facts, editor }: RowProps) {
  const { t } = useTranslation("outline");
  const [open, setOpen] = useState(false);
  const { box, isOver, handle, listeners } = useDragPart({ kind: "lesson", id: lesson.id });
  const { acts, hand, titleOf, course } = editor;
  const title = titleOf(lesson.titles);
  const move = (event: KeyboardEvent) => {
    const by = arrowOf(event);
    if (!by) return;
    event.preventDefault();
    acts.moveLesson(lesson.id, by);
  };
  const elsewhere = hand.outline.sections.filter(({ lessons }) => !lessons.includes(lesson));
  return (
    <li
      ref={box}
      data-lesson={title}
      onKeyDown={move}
      className={classNames("min-w-0 border-t-2 first:border-t-0", isOver ? "border-tile" : "border-surface-2")}
    >
      <div className="flex min-h-11 items-center gap-1 px-2 py-1 sm:px-3">
        <MoveMenu
          part={lesson.id}
          title={title}
          handle={handle}
          listeners={listeners}
          up={() => acts.moveLesson(lesson.id, -1)}
          down={() => acts.moveLesson(lesson.id, 1)}
          others={elsewhere.map((section) => ({
            key: section.id,
            label: t("move.toSection", { title: titleOf(section.titles) }),
            go: () => acts.moveLessonTo(lesson.id, { sectionId: section.id }),
          }))}
        />
        <Icon name={icons[facts?.kind ?? ""] ?? "circle"} className="size-5 flex-none text-ink-2 max-sm:hidden" />
        <div className="min-w-0 flex-1">
          <bdi>{title}</bdi> <Tags lesson={lesson} facts={facts} hand={hand} />
        </div>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className={squareClass}>
          <Icon name="settings" className="size-5" />
          <VisuallyHidden>{t("settings", { title })}</VisuallyHidden>
        </button>
        {facts ? (
          <Link to={editorOf(course.slug, facts)} className={squareClass}>
            <Icon name="edit" className="size-5" />
            <VisuallyHidden>{t("edit", { title })}</VisuallyHidden>
          </Link>
        ) : null}
      </div>
      {open ? <LessonSettings lesson={lesson} editor={editor} /> : null}
    </li>
  );
}

function Tags({ lesson, facts, hand }: Pick<RowProps, "lesson" | "facts"> & Pick<EditorContext, "hand">) {
  const { t } = useTranslation("outline");
  const formats = useFormats();
  const here = new Set(lessonsOf(hand.outline).map(({ id }) => id));
  const asked = lesson.requires.filter((id) => here.has(id)).length;
  const words = [
    facts ? t(`kind.${facts.kind}`) : null,
    t("lesson.takes", { count: lesson.minutes }),
    lesson.required ? null : t("tags.optional"),
    lesson.preview ? t("tags.preview") : null,
    lesson.opensAt ? t("tags.opensAt", { at: formats.moment(lesson.opensAt) }) : null,
    lesson.dripDays === null ? null : t("tags.dripDays", { count: lesson.dripDays }),
    asked > 0 ? t("tags.requires", { count: asked }) : null,
    lesson.weight === 1 ? null : t("tags.weight", { weight: lesson.weight }),
  ].filter((word) => word !== null);
  return (
    <span className="flex flex-wrap gap-1.5 py-0.5">
      {words.map((word, index) => (
        <Tag key={word} kind={index < 2 ? "plain" : "tile"}>
          {word}
        </Tag>
      ))}
    </span>
  );
}
