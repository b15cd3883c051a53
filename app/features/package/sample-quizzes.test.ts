import { resolve } from "node:path";
import { expect, test } from "vitest";
import { questionTypes } from "#app/features/quiz/question-types/registry.ts";
import { questionsOf } from "./read/packaged-quiz.ts";
import { readPackage } from "./read/read-package.server.ts";

const known = { courses: new Map(), instructors: new Map(), subjects: new Set<string>() };
const { courses } = await readPackage({ root: resolve("content"), known });
const questions = courses.flatMap((course) =>
  questionsOf(course).map(({ question }) => ({ ...question, course: course.value.slug })),
);
const quizzes = courses.flatMap((course) =>
  course.quizzes.flatMap(({ slug, read }) => (read ? [{ course, slug, ...read.value }] : [])),
);

const typeOf = (name: string) => {
  const type = questionTypes.get(name);
  if (!type) throw new Error(`There is no type ${name}`);
  return type;
};

test("the sample academy asks at least one question of every type, in two quizzes a course", () => {
  expect(new Set(questions.map(({ type }) => type))).toEqual(new Set(questionTypes.keys()));
  expect(quizzes.map(({ course }) => course.value.slug)).toEqual(
    courses.flatMap(({ value: { slug } }) => [slug, slug]),
  );
  expect(quizzes.every(({ sections }) => sections.length >= 2)).toBe(true);
  expect(quizzes.some(({ sections }) => sections.some(({ slots }) => slots.some(({ pool }) => pool)))).toBe(true);
});

test.each(questions)(
  "“$name” of $course can be asked in Arabic and in English, with a remark that names its source",
  ({ type: name, body }) => {
    const type = typeOf(name);
    for (const text of [...type.texts(body), ...type.labels(body)]) {
      expect(Object.keys(text).toSorted()).toEqual(["ar", "en"]);
      expect(text.ar).toMatch(/[\u0600-\u06ff]/);
      expect(text.en).not.toMatch(/^[\u0600-\u06ff\s]+$/);
    }
    const { feedback } = Object(body);
    expect(feedback.always.ar).toMatch(/الدرس|الدروس/);
    expect(feedback.always.ar).toMatch(/مصدر|المصادر/);
    expect(feedback.always.en).toMatch(/Lessons?: [\s\S]*Sources?( of its exercise)?: /);
  },
);

test.each(questions.filter(({ type }) => typeOf(type).rubric === null))(
  "the key of “$name” of $course earns the whole",
  ({ type: name, body }) => {
    const type = typeOf(name);
    const key = type.key(body);
    expect(type.fits(body, key)).toBe(true);
    expect(type.grade(body, key).share).toBe(1);
    expect(type.grade(body, type.blank).share).toBe(0);
  },
);

test("what waits for a person completes on being handed in, so that nobody who learns alone is kept waiting", () => {
  for (const { course, sections, rules, slug } of quizzes) {
    const asked = new Set(sections.flatMap(({ slots }) => slots.flatMap(({ question }) => question ?? [])));
    const byHand = questionsOf(course).filter(
      ({ question }) => asked.has(question.id) && typeOf(question.type).rubric !== null,
    );
    expect(rules.completesOn, slug).toBe(byHand.length > 0 ? "submitting" : "passing");
  }
});

test("the quizzes show the rules at work: time, attempts, one at a time, no going back, and what counts", () => {
  const rules = quizzes.map((quiz) => quiz.rules);
  expect(rules.some(({ minutes, attempts }) => minutes !== null && attempts !== null)).toBe(true);
  expect(rules.some(({ minutes, attempts }) => minutes === null && attempts === null)).toBe(true);
  expect(rules.some(({ oneAtATime, noGoingBack }) => oneAtATime && !noGoingBack)).toBe(true);
  expect(rules.some(({ noGoingBack }) => noGoingBack)).toBe(true);
  expect(new Set(rules.map(({ counts }) => counts))).toEqual(new Set(["best", "last", "average"]));
});
