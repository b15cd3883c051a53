import { missing } from "./check-course.ts";
import { checkQuestionTexts } from "./check-question-texts.ts";
import type { PackageProblem } from "./package-problem.ts";
import type { PackagedCourse } from "./packaged-course.ts";
import { categoriesOf, type PackagedQuestion, type PackagedQuiz, questionsOf } from "./packaged-quiz.ts";
import type { SlotFile } from "./quiz-file-schema.ts";

type Read = Omit<PackagedCourse, "sha256">;
type Bank = { questions: PackagedQuestion[]; categories: ReadonlySet<string> };

/** Quizzes without a lesson, lessons without a quiz, slots without a question, and questions that cannot be shown. */
export function checkQuizzes(course: Read): PackageProblem[] {
  const questions = questionsOf(course);
  const empty = course.bank?.read?.value.emptyCategories ?? [];
  const paths = categoriesOf(
    questions.map(({ question }) => question),
    empty,
  );
  const bank = { questions, categories: new Set(paths.map((path) => JSON.stringify(path))) };
  // A file that could not be read would make every slot that names its questions wrong.
  const whole = [course.bank, ...course.quizzes].every((file) => file === undefined || file.read !== undefined);
  const media = new Set(course.media.map(({ path }) => path));
  return [
    ...checkFiles(course),
    ...(whole ? course.quizzes.flatMap((quiz) => checkSlots(quiz, bank)) : []),
    ...questions.flatMap((question) => checkQuestionTexts(question, { media, missing })),
  ];
}

function checkFiles({ file, path, value, lineOf, quizzes }: Read): PackageProblem[] {
  const listed = value.sections.flatMap(({ lessons }, section) =>
    lessons.flatMap(({ kind, id, slug }, index) =>
      kind === "quiz" ? [{ id, slug, place: ["sections", section, "lessons", index, "slug"] }] : [],
    ),
  );
  const without = listed.filter(({ slug }) => !quizzes.some((quiz) => quiz.slug === slug));
  return [
    ...without.map(({ slug, place }) => {
      return { file, line: lineOf(place), reason: missing(`${path}/quizzes/${slug}.yaml`) };
    }),
    ...quizzes.flatMap(({ file: quizFile, slug, read }) => {
      const lesson = listed.find((one) => one.slug === slug);
      if (!lesson) return [{ file: quizFile, reason: `there is no quiz "${slug}" in course.yaml` }];
      if (!read || read.value.lesson === lesson.id) return [];
      const reason = `"${read.value.lesson}" is not the id of the lesson in course.yaml, "${lesson.id}"`;
      return [{ file: quizFile, line: read.lineOf(["lesson"]), reason }];
    }),
  ];
}

function checkSlots({ file, read }: PackagedQuiz, bank: Bank): PackageProblem[] {
  if (!read) return [];
  const { value, lineOf } = read;
  const slots = value.sections.flatMap((section, i) =>
    section.slots.map((slot, j) => ({ slot, line: lineOf(["sections", i, "slots", j]) })),
  );
  if (slots.length === 0) return [{ file, line: lineOf(["sections"]), reason: "the quiz asks nothing" }];
  return slots.flatMap(({ slot, line }) => {
    const reason = slotFault(slot, bank);
    return reason === null ? [] : [{ file, line, reason }];
  });
}

function slotFault({ question: id, pool, draw }: SlotFile, { questions, categories }: Bank): string | null {
  if (id !== undefined) {
    return questions.some(({ question }) => question.id === id) ? null : `there is no question "${id}" in this course`;
  }
  const wanted = pool?.category && JSON.stringify(pool.category);
  if (wanted !== undefined && !categories.has(wanted)) return `there is no category ${wanted} in this course`;
  const found = questions.filter(
    ({ question }) =>
      (wanted === undefined || JSON.stringify(question.category) === wanted) &&
      (pool?.tags ?? []).every((tag) => question.tags.includes(tag)),
  );
  return found.length < draw ? `draws ${draw} questions, and the pool has ${found.length}` : null;
}
