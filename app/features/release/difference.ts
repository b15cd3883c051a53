import { isDeepStrictEqual } from "node:util";
import type { ReleaseOutline, ReleaseOutlineLesson } from "#app/features/course/release-outline.ts";
import type { LessonKind } from "#app/platform/db/generated/enums.ts";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";

/** A lesson's text in one language; two of the same hash are the same on the page. */
export type ComparedText = {
  lessonId: string;
  locale: Locale;
  title: string;
  summary: string;
  renderingSha256: string;
};

/** What a release shows, as far as two are compared. */
export type Compared = { outline: ReleaseOutline; texts: ComparedText[] };

export type ChangeKind =
  | "added"
  | "removed"
  | "renamed"
  | "moved"
  | "text"
  | "body"
  | "required"
  | "optional"
  | "preview"
  | "notPreview"
  | "opening"
  | "address";

export type Change = {
  kind: ChangeKind;
  lesson: { id: string; slug: string; kind: LessonKind; titles: Translated };
  /** The languages of the texts that changed, of `text` and `renamed`. */
  locales: Locale[];
  /** What it was called, of `renamed`; in which section it stands now, of `added` and `moved`. */
  titles: Translated | null;
};

type Placed = { lesson: ReleaseOutlineLesson; section: { id: string; titles: Translated } };

const placed = ({ sections }: ReleaseOutline): Placed[] =>
  sections.flatMap((section) => section.lessons.map((lesson) => ({ lesson, section })));

/** The indexes of a longest run of ever greater numbers: what needs not be moved to bring a list into order. */
function longestRising(numbers: readonly number[]): Set<number> {
  const best = numbers.map(() => 1);
  const before = numbers.map(() => -1);
  numbers.forEach((number, at) => {
    for (let i = 0; i < at; i += 1) {
      const longer = (best[i] ?? 0) + 1;
      if ((numbers[i] ?? 0) < number && longer > (best[at] ?? 0)) {
        best[at] = longer;
        before[at] = i;
      }
    }
  });
  const kept = new Set<number>();
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}

/** Ids of the lessons of both that stand in another section, or at another place among the others. */
function findMoved(before: readonly Placed[], after: readonly Placed[]): Set<string> {
  const places = new Map(before.map(({ lesson, section }, index) => [lesson.id, { index, section: section.id }]));
  const both = after.flatMap(({ lesson, section }) => {
    const old = places.get(lesson.id);
    return old ? [{ id: lesson.id, index: old.index, stays: old.section === section.id }] : [];
  });
  const inSection = both.filter(({ stays }) => stays);
  const inOrder = longestRising(inSection.map(({ index }) => index));
  const still = new Set(inSection.filter((_, at) => inOrder.has(at)).map(({ id }) => id));
  return new Set(both.map(({ id }) => id).filter((id) => !still.has(id)));
}

type Texts = ReadonlyMap<string, ComparedText[]>;

function byLesson(texts: readonly ComparedText[]): Texts {
  const map = new Map<string, ComparedText[]>();
  for (const text of texts) map.set(text.lessonId, [...(map.get(text.lessonId) ?? []), text]);
  return map;
}

function changedTexts(before: readonly ComparedText[], after: readonly ComparedText[]): Locale[] {
  const shown = ({ summary, renderingSha256 }: ComparedText) => [summary, renderingSha256];
  const locales = [...new Set([...before, ...after].map(({ locale }) => locale))];
  return locales.filter((locale) => {
    const [old, now] = [before, after].map((texts) => texts.find((text) => text.locale === locale));
    return !isDeepStrictEqual(old && shown(old), now && shown(now));
  });
}

/** Everything of a lesson that says when it opens, whatever a release knows of that. */
function openingOf(lesson: ReleaseOutlineLesson) {
  const {
    id: _,
    slug: __,
    kind: ___,
    minutes: ____,
    required: _____,
    preview: ______,
    titles: _______,
    ...rest
  } = lesson;
  return JSON.parse(JSON.stringify(rest));
}

function compareLesson(
  old: ReleaseOutlineLesson,
  now: ReleaseOutlineLesson,
): Pick<Change, "kind" | "locales" | "titles">[] {
  const change = (kind: ChangeKind) => ({ kind, locales: [], titles: null });
  const renamed = [...new Set([...Object.keys(old.titles), ...Object.keys(now.titles)])].filter(
    (locale) => isIn(now.titles, locale) && old.titles[locale] !== now.titles[locale],
  );
  return [
    ...(renamed.length > 0
      ? [{ kind: "renamed" as const, locales: renamed.filter((one) => isIn(now.titles, one)), titles: old.titles }]
      : []),
    ...(old.slug === now.slug ? [] : [change("address")]),
    ...(old.required === now.required ? [] : [change(now.required ? "required" : "optional")]),
    ...(old.preview === now.preview ? [] : [change(now.preview ? "preview" : "notPreview")]),
    ...(isDeepStrictEqual(openingOf(old), openingOf(now)) ? [] : [change("opening")]),
  ];
}

function isIn(titles: Translated, locale: string): locale is Locale {
  return locale in titles;
}

/**
 * What is another in `after` than in `before`, in the order of `after`, and what is gone from it at the end. `bodies`
 * are the ids of lessons whose video or questions changed.
 */
export function findDifference({
  before,
  after,
  bodies = new Set(),
}: {
  before: Compared;
  after: Compared;
  bodies?: ReadonlySet<string>;
}): Change[] {
  const [old, now] = [placed(before.outline), placed(after.outline)];
  const oldById = new Map(old.map((one) => [one.lesson.id, one]));
  const nowIds = new Set(now.map(({ lesson }) => lesson.id));
  const moved = findMoved(old, now);
  const [oldTexts, nowTexts] = [byLesson(before.texts), byLesson(after.texts)];
  const kept = now.flatMap(({ lesson, section }): Change[] => {
    const { id, slug, kind, titles } = lesson;
    const about = { id, slug, kind, titles };
    const was = oldById.get(id);
    const make = (change: ChangeKind, rest: Partial<Change> = {}): Change => ({
      ...{ kind: change, lesson: about, locales: [], titles: null, ...rest },
    });
    if (!was) return [make("added", { titles: section.titles })];
    const locales = changedTexts(oldTexts.get(id) ?? [], nowTexts.get(id) ?? []);
    return [
      ...compareLesson(was.lesson, lesson).map((change) => ({ ...change, lesson: about })),
      ...(moved.has(id) ? [make("moved", { titles: section.titles })] : []),
      ...(locales.length > 0 ? [make("text", { locales })] : []),
      ...(bodies.has(id) ? [make("body")] : []),
    ];
  });
  const gone = old
    .filter(({ lesson }) => !nowIds.has(lesson.id))
    .map(
      ({ lesson: { id, slug, kind, titles } }): Change => ({
        ...{ kind: "removed", lesson: { id, slug, kind, titles }, locales: [], titles: null },
      }),
    );
  return [...kept, ...gone];
}
