import { onOneLine, writtenQuestion } from "#app/features/quiz/exchange/yaml/written-question.ts";
import { isLocale } from "#app/platform/i18n/locales.ts";
import { writeYaml } from "#app/platform/yaml/write-yaml.ts";
import type { CourseDraft } from "../draft/course-draft.ts";
import type { DraftQuestion, DraftQuiz, DraftSlot, Json } from "../draft/quiz-draft.ts";
import { categoriesOf } from "../read/packaged-quiz.ts";
import { inLocaleOrder } from "./in-locale-order.ts";

type Path = (string | number)[];
type NamedQuiz = { lessonId: string; slug: string; quiz: DraftQuiz };

/**
 * The quizzes of a draft and its bank, as files of the course's folder. A question that one quiz alone names stands in
 * that quiz's file, in the order in which it is asked; all others stand in questions.yaml.
 */
export function quizFiles(draft: CourseDraft): { path: string; content: string }[] {
  const lessons = draft.sections.flatMap((section) => section.lessons);
  const quizzes = lessons.flatMap(({ id, slug, quiz }) => (quiz ? [{ lessonId: id, slug, quiz }] : []));
  const named = quizzes.map(({ quiz }) => new Set(slotsOf(quiz).flatMap(({ from }) => questionIn(from))));
  const isOwn = (id: string) => named.filter((ids) => ids.has(id)).length === 1;
  const known = new Map(draft.questions.map((question) => [question.id, question]));
  const files = quizzes.map((quiz, index) => {
    const own = [...(named[index] ?? [])].filter(isOwn).flatMap((id) => known.get(id) ?? []);
    return { path: `quizzes/${quiz.slug}.yaml`, content: writeQuizFile(quiz, own) };
  });
  const others = draft.questions.filter(({ id }) => !isOwn(id));
  const held = new Set(categoriesOf(draft.questions, []).map((path) => JSON.stringify(path)));
  const empty = draft.categories.filter((path) => !held.has(JSON.stringify(path)));
  if (others.length === 0 && empty.length === 0) return files;
  return [...files, { path: "questions.yaml", content: writeBankFile(others, empty) }];
}

const slotsOf = ({ sections }: DraftQuiz) => sections.flatMap(({ slots }) => slots);
const questionIn = (from: DraftSlot["from"]) => ("questionId" in from ? [from.questionId] : []);

function writeQuizFile({ lessonId, quiz }: NamedQuiz, own: DraftQuestion[]): string {
  const { rules, sections } = quiz;
  const file = {
    format: "maqdis-quiz/1",
    lesson: lessonId,
    rules: { ...rules, opensAt: writeTime(rules.opensAt), closesAt: writeTime(rules.closesAt) },
    sections: sections.map(({ id, titles, slots }) => ({
      id,
      title: inLocaleOrder(titles),
      slots: slots.map(writeSlot),
    })),
    ...(own.length > 0 && { questions: own.map(writeQuestion) }),
  };
  const short: Path[] = sections.flatMap(({ slots }, i) => [
    ["sections", i, "title"],
    ...slots.map((_, j) => ["sections", i, "slots", j]),
  ]);
  const reveals = ["revealAfterSubmitting", "revealAfterClosing"].map((rule) => ["rules", rule]);
  return writeYaml(file, { onOneLine: [...reveals, ...short, ...shortPlaces(own)] });
}

function writeBankFile(questions: DraftQuestion[], empty: string[][]): string {
  const file = {
    format: "maqdis-questions/1",
    ...(empty.length > 0 && { emptyCategories: empty }),
    ...(questions.length > 0 && { questions: questions.map(writeQuestion) }),
  };
  const short: Path[] = empty.map((_, i) => ["emptyCategories", i]);
  return writeYaml(file, { onOneLine: [...short, ...shortPlaces(questions)] });
}

function shortPlaces(questions: DraftQuestion[]): Path[] {
  return questions.flatMap((question, i) => [
    ...onOneLine.map((field): Path => ["questions", i, field]),
    ...smallPlaces(question.body).map((path): Path => ["questions", i, "body", ...path]),
  ]);
}

/** Shapes, points, tolerances and the like: what holds numbers and names only. */
function smallPlaces(node: Json, path: Path = []): Path[] {
  if (node === null || typeof node !== "object") return [];
  const entries: [string | number, Json][] = Array.isArray(node)
    ? node.map((one, index) => [index, one])
    : Object.entries(node);
  const isSmall =
    path.length > 0 &&
    entries.every(
      ([key, one]) => (one === null || typeof one !== "object") && !(typeof key === "string" && isLocale(key)),
    );
  return isSmall ? [path] : entries.flatMap(([key, one]) => smallPlaces(one, [...path, key]));
}

function writeSlot({ id, points, count, from }: DraftSlot) {
  const facts = { id, points: points / 1_000 };
  if ("questionId" in from) return { ...facts, ...(count > 1 && { draw: count }), question: from.questionId };
  const { category, tags } = from.pool;
  return { ...facts, draw: count, pool: { ...(category && { category }), ...(tags.length > 0 && { tags }) } };
}

function writeQuestion({ id, ...question }: DraftQuestion) {
  return { id, ...writtenQuestion(question), body: textsInOrder(question.body) };
}

/** Languages in the order in which the academy lists them, wherever a text stands. */
function textsInOrder(node: Json): Json {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map(textsInOrder);
  const keys = Object.keys(node);
  const ordered = keys.length > 0 && keys.every((key) => isLocale(key)) ? inLocaleOrder(node) : node;
  return Object.fromEntries(Object.entries(ordered).map(([key, one]) => [key, textsInOrder(one)]));
}

/** Without milliseconds where there are none. */
function writeTime(time: string | null): string | null {
  return time?.replace(".000Z", "Z") ?? null;
}
