import { describe, expect, test } from "vitest";
import type { ReleaseOutline } from "#app/features/course/release-outline.ts";
import { deriveProgress } from "./derive-progress.ts";
import { buildLearnerOutline, chooseNextStep } from "./learner-outline.ts";

type Sections = Record<string, { id: string; slug?: string; required?: boolean }[]>;

function outline(sections: Sections): ReleaseOutline {
  return {
    sections: Object.entries(sections).map(([id, lessons]) => ({
      id,
      titles: { ar: id },
      lessons: lessons.map((lesson) => ({
        slug: lesson.id,
        required: true,
        kind: "text" as const,
        minutes: 5,
        preview: false,
        titles: { ar: lesson.id },
        ...lesson,
      })),
    })),
  };
}

function build(pinned: ReleaseOutline, current: ReleaseOutline, completed: string[] = []) {
  const lessons = (release: ReleaseOutline) => release.sections.flatMap((section) => section.lessons);
  const later = pinned === current ? [] : [lessons(current)];
  const progress = deriveProgress({ pinned: lessons(pinned), later, completed });
  return buildLearnerOutline({
    pinned: { id: "pinned", outline: pinned },
    current: { id: "current", outline: current },
    progress,
  });
}

const shape = (sections: ReturnType<typeof build>) =>
  sections.map(({ id, lessons }) => [id, ...lessons.map((lesson) => `${lesson.slug}:${lesson.releaseId}`)]);

describe("the outline of a learner", () => {
  test("is that of her release, with new lessons at the end of their section or in sections of their own", () => {
    const pinned = outline({ roots: [{ id: "a" }, { id: "b" }], walls: [{ id: "c" }] });
    const current = outline({
      new: [{ id: "y" }],
      walls: [{ id: "c" }],
      roots: [{ id: "x" }, { id: "b" }, { id: "a" }],
    });
    expect(shape(build(pinned, current))).toEqual([
      ["roots", "a:pinned", "b:pinned", "x:current"],
      ["walls", "c:pinned"],
      ["new", "y:current"],
    ]);
  });

  test("keeps a removed lesson that she completed, and leaves out one that she did not", () => {
    const pinned = outline({ roots: [{ id: "a" }, { id: "b" }], walls: [{ id: "c" }] });
    const current = outline({ roots: [{ id: "d" }] });
    const sections = build(pinned, current, ["b"]);
    expect(shape(sections)).toEqual([["roots", "b:pinned", "d:current"]]);
    expect(sections[0]?.lessons.map(({ standing }) => standing)).toEqual(["removed", "new"]);
  });

  test("uses current addresses, and no address twice", () => {
    const pinned = outline({
      roots: [
        { id: "a", slug: "one" },
        { id: "b", slug: "two" },
      ],
    });
    const current = outline({
      roots: [
        { id: "a", slug: "first" },
        { id: "c", slug: "two" },
      ],
    });
    expect(shape(build(pinned, current, ["b"]))).toEqual([["roots", "first:pinned", "b:pinned", "two:current"]]);
  });
});

describe("where to go on", () => {
  const four = outline({ roots: [{ id: "a" }, { id: "b" }], walls: [{ id: "c", required: false }, { id: "d" }] });
  const step = (completed: string[], last: string | null, closed: string[] = []) => {
    const isOpen = ({ id }: { id: string }) => !closed.includes(id);
    const next = chooseNextStep(build(four, four, completed), { lastLessonId: last, isOpen });
    return next && `${next.why} ${next.lesson.id}`;
  };

  test("is the beginning for who has not begun, and the lesson she was in while it is not done", () => {
    expect(step([], null)).toBe("begin a");
    expect(step(["a"], "c")).toBe("resume c");
  });

  test("is the next required lesson after the last one, and then what was passed over", () => {
    expect(step(["a", "b"], "b")).toBe("next d");
    expect(step(["b", "d"], "d")).toBe("next a");
  });

  test("is the beginning again for who has finished, and something new if there is something", () => {
    expect(step(["a", "b", "d"], "d")).toBe("review a");
    const more = outline({ roots: [{ id: "a" }, { id: "x" }] });
    const finished = build(outline({ roots: [{ id: "a" }] }), more, ["a"]);
    expect(chooseNextStep(finished, { lastLessonId: "a", isOpen: () => true })).toMatchObject({
      why: "new",
      lesson: { id: "x" },
    });
  });

  test("is never a lesson that is closed", () => {
    expect(step([], "b", ["b"])).toBe("begin d");
    expect(step(["a"], "a", ["b"])).toBe("next d");
    expect(step(["a"], "a", ["b", "d"])).toBe("review a");
    expect(step([], null, ["a", "b", "c", "d"])).toBeUndefined();
  });

  test("is nowhere in an empty course", () => {
    expect(chooseNextStep([], { lastLessonId: null, isOpen: () => true })).toBeUndefined();
  });
});
