import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { type DraftOutline, lessonsOf, type OutlineLesson, type OutlineSection } from "./draft-outline.ts";
import { mayRequire } from "./find-circle.ts";

export type LessonPlace = { section: OutlineSection; sectionIndex: number; lesson: OutlineLesson; index: number };

/** Where a lesson stands; undefined where it is not in the outline. */
export function findPlace({ sections }: DraftOutline, id: string): LessonPlace | undefined {
  for (const [sectionIndex, section] of sections.entries()) {
    const index = section.lessons.findIndex((lesson) => lesson.id === id);
    const lesson = section.lessons[index];
    if (lesson) return { section, sectionIndex, lesson, index };
  }
  return undefined;
}

function mapSections(outline: DraftOutline, change: (section: OutlineSection) => OutlineSection): DraftOutline {
  return { sections: outline.sections.map(change) };
}

function without(outline: DraftOutline, id: string): DraftOutline {
  return mapSections(outline, (section) =>
    section.lessons.some((lesson) => lesson.id === id)
      ? { ...section, lessons: section.lessons.filter((lesson) => lesson.id !== id) }
      : section,
  );
}

function insert(
  outline: DraftOutline,
  { lesson, sectionId, index }: { lesson: OutlineLesson; sectionId: string; index: number },
): DraftOutline {
  return mapSections(outline, (section) =>
    section.id === sectionId ? { ...section, lessons: section.lessons.toSpliced(index, 0, lesson) } : section,
  );
}

/** A lesson one place up or down; at the edge of a section into the one beside it. */
export function moveLesson(outline: DraftOutline, { id, by }: { id: string; by: 1 | -1 }): DraftOutline {
  const place = findPlace(outline, id);
  if (!place) return outline;
  const { section, sectionIndex, lesson, index } = place;
  const to = index + by;
  if (to >= 0 && to < section.lessons.length) {
    return insert(without(outline, id), { lesson, sectionId: section.id, index: to });
  }
  const beside = outline.sections[sectionIndex + by];
  if (!beside) return outline;
  const edge = by === 1 ? 0 : beside.lessons.length;
  return insert(without(outline, id), { lesson, sectionId: beside.id, index: edge });
}

/** A lesson to another place: at the end of a section, or where the lesson `at` of it stands now. */
export function moveLessonTo(
  outline: DraftOutline,
  { id, sectionId, at }: { id: string; sectionId: string; at?: string },
): DraftOutline {
  const place = findPlace(outline, id);
  const target = outline.sections.find((section) => section.id === sectionId);
  if (!place || !target || at === id) return outline;
  const found = target.lessons.findIndex((lesson) => lesson.id === at);
  const length = target.lessons.length - (place.section.id === sectionId ? 1 : 0);
  return insert(without(outline, id), { lesson: place.lesson, sectionId, index: found < 0 ? length : found });
}

export function moveSection(outline: DraftOutline, { id, to }: { id: string; to: number }): DraftOutline {
  const section = outline.sections.find((one) => one.id === id);
  if (!section || to < 0 || to >= outline.sections.length) return outline;
  return { sections: outline.sections.filter((one) => one.id !== id).toSpliced(to, 0, section) };
}

export function setLesson(
  outline: DraftOutline,
  { id, change }: { id: string; change: Partial<Omit<OutlineLesson, "id">> },
): DraftOutline {
  return mapSections(outline, (section) => ({
    ...section,
    lessons: section.lessons.map((lesson) => (lesson.id === id ? { ...lesson, ...change } : lesson)),
  }));
}

export function setSectionTitle(
  outline: DraftOutline,
  { id, locale, title }: { id: string; locale: Locale; title: string },
): DraftOutline {
  return mapSections(outline, (section) =>
    section.id === id ? { ...section, titles: withTitle(section.titles, locale, title) } : section,
  );
}

/** Titles with one changed; an empty one is none. */
export function withTitle(titles: Translated, locale: Locale, title: string): Translated {
  const { [locale]: _, ...others } = titles;
  return title ? { ...others, [locale]: title } : others;
}

export function addSection(outline: DraftOutline, section: { id: string; titles: Translated }): DraftOutline {
  return { sections: [...outline.sections, { ...section, lessons: [] }] };
}

export function removeLesson(outline: DraftOutline, id: string): DraftOutline {
  return without(outline, id);
}

/** Takes a section out, and its lessons with it. */
export function removeSection(outline: DraftOutline, id: string): DraftOutline {
  return { sections: outline.sections.filter((section) => section.id !== id) };
}

/**
 * Puts a removed lesson back at the end of the section in which it was, or of the last one. What it asked for first is
 * left out where that would lead in a circle now.
 */
export function putLessonBack(
  outline: DraftOutline,
  { sectionId, ...lesson }: OutlineLesson & { sectionId: string },
): DraftOutline {
  const section = outline.sections.find(({ id }) => id === sectionId) ?? outline.sections.at(-1);
  if (!section || findPlace(outline, lesson.id)) return outline;
  const bare = { ...lesson, requires: [] };
  const asked = insert(outline, { lesson: bare, sectionId: section.id, index: section.lessons.length });
  return lesson.requires.reduce((now, required) => {
    const requires = findPlace(now, lesson.id)?.lesson.requires ?? [];
    if (!mayRequire(lessonsOf(now), { id: lesson.id, required })) return now;
    return setLesson(now, { id: lesson.id, change: { requires: [...requires, required] } });
  }, asked);
}

/** Puts a removed section back at the end, with the lessons that went with it. */
export function putSectionBack(
  outline: DraftOutline,
  {
    section,
    lessons,
  }: {
    section: { id: string; titles: Translated };
    lessons: (OutlineLesson & { sectionId: string })[];
  },
): DraftOutline {
  if (outline.sections.some(({ id }) => id === section.id)) return outline;
  return lessons.reduce(putLessonBack, addSection(outline, section));
}
