import { readFile } from "node:fs/promises";
import { copyPackage } from "./package.ts";

/** Where the quiz of `copyPackageWithQuiz` is. */
export const packagedQuiz = {
  courseId: "0199b5a0-0000-7000-8000-000000000010",
  lessonId: "0199b5a0-0000-7000-8000-000000000045",
  fixedId: "0199b5a0-0000-7000-8000-000000000060",
  pooledId: "0199b5a0-0000-7000-8000-000000000061",
  courseFile: "courses/first-steps/course.yaml",
  quizFile: "courses/first-steps/quizzes/trial.yaml",
  bankFile: "courses/first-steps/questions.yaml",
};

const LESSON = `
      - { id: ${packagedQuiz.lessonId}, slug: trial, kind: quiz, minutes: 5, required: true, preview: false }
`;

// As export writes it, so that a round trip gives the same bytes.
const QUIZ = `format: maqdis-quiz/1
lesson: ${packagedQuiz.lessonId}
rules:
  minutes: 20
  attempts: 2
  counts: best
  passPercent: 60
  completesOn: passing
  shuffleQuestions: true
  shuffleChoices: true
  oneAtATime: false
  noGoingBack: false
  graceSeconds: 60
  opensAt: null
  closesAt: 2030-01-01T00:00:00Z
  password: null
  blindGrading: false
  revealAfterSubmitting: [ score ]
  revealAfterClosing: [ score, marks, remarks, key ]
sections:
  - id: stones
    title: { ar: حجارة, en: Stones }
    slots:
      - { id: first, points: 1.5, question: ${packagedQuiz.fixedId} }
      - { id: drawn, points: 1, draw: 2, pool: { category: [ Stones, Gates ], tags: [ easy ] } }
questions:
  - id: ${packagedQuiz.fixedId}
    name: Where the stone lies
    type: place-on-picture
    category: [ Stones ]
    tags: [ easy, seen ]
    body:
      stem:
        ar: ضع الحجر.
        en: Place the stone.
      feedback:
        right:
          ar: أحسنت.
          en: |
            Well seen.

            A stone lies where it fell.
      picture:
        src: media/stone.png
        alt:
          ar: حجر
          en: A stone
        width: 4
        height: 2
      regions:
        - id: left
          label:
            ar: الجهة اليسرى
            en: The left
          shape: { kind: rectangle, x: 0, y: 0, width: 2, height: 2 }
        - id: right
          label:
            ar: الجهة اليمنى
            en: The right
          shape: { kind: rectangle, x: 2, y: 0, width: 2, height: 2 }
      markers:
        - id: stone
          label:
            ar: الحجر
            en: The stone
          region: left
      partial: each
`;

const statement = (id: string, english: string) => `  - id: ${id}
    name: ${english}
    type: true-false
    category: [ Stones, Gates ]
    tags: [ easy ]
    body:
      stem:
        ar: للسور أبواب.
        en: ${english}
      right: true
`;

const BANK = `format: maqdis-questions/1
emptyCategories:
  - [ Later ]
questions:
${statement(packagedQuiz.pooledId, "The wall has gates.")}${statement("0199b5a0-0000-7000-8000-000000000062", "A gate opens.")}`;

/** A copy of the fixture package in which the first course ends with a quiz of one fixed question and one pool. */
export async function copyPackageWithQuiz() {
  const copy = await copyPackage();
  const { courseFile, quizFile, bankFile, lessonId } = packagedQuiz;
  const outline = await readFile(copy.path(courseFile), "utf8");
  await copy.write(courseFile, `${outline.trimEnd()}${LESSON}`);
  for (const locale of ["ar", "en"]) {
    const text = `---\nid: ${lessonId}\ntitle: "Trial"\nsummary: "Two stones."\n---\n\nTry yourself.\n`;
    await copy.write(`courses/first-steps/lessons/04-trial.${locale}.md`, text);
  }
  await copy.write(quizFile, QUIZ);
  await copy.write(bankFile, BANK);
  return copy;
}
