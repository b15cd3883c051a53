import { expect, test } from "vitest";
import { readWith, withoutIds } from "#tests/factories/exchanged-questions.ts";
import { readAiken } from "./read.ts";

const read = (text: string) => readWith(readAiken, text, "en");
const bodies = (text: string) => read(text).questions.map(({ question }) => withoutIds(question.body));

const walls = {
  stem: { en: "Who built the present walls?" },
  choices: [{ text: { en: "Herod" } }, { text: { en: "Suleiman" }, share: 1 }],
};

test.each([
  ["as it is defined", "Who built the present walls?\nA. Herod\nB. Suleiman\nANSWER: B"],
  [
    "with parentheses, small letters and the words of the answer",
    "Who built the present walls?\na) Herod\nb) Suleiman\nAnswer: b) Suleiman",
  ],
  [
    "numbered, over several lines, with empty lines between",
    "3. Who built\nthe present walls?\n\nA. Herod\n\nB. Suleiman\n\nANSWER:B\n",
  ],
  [
    "with a byte order mark and the line ends of Windows",
    "\uFEFFWho built the present walls?\r\nA. Herod\r\nB. Suleiman\r\nANSWER: B\r\n",
  ],
])("a question %s", (_, text) => {
  expect(bodies(text)).toEqual([walls]);
});

test("Arabic letters, several right ones, and feedback", () => {
  const { questions } = readWith(
    readAiken,
    "أي هذه أبواب؟\nأ. باب العمود\nب. باب الأسباط\nج. سوق القطانين\nالجواب: أ، ب",
    "ar",
  );
  expect(questions[0]?.question).toMatchObject({
    type: "multiple-choice",
    body: { rule: "all-or-nothing", choices: [{ right: true }, { right: true }, { right: false }] },
  });
  expect(bodies("Who?\nA. Herod\nB. Suleiman\nANSWER: B\nFEEDBACK: 1537–1541")).toMatchObject([
    { feedback: { always: { en: "1537–1541" } } },
  ]);
});

test("a question follows another without an empty line", () => {
  expect(read("One?\nA. x\nB. y\nANSWER: A\nTwo?\nA. x\nB. y\nANSWER: B").questions.map(({ where }) => where)).toEqual([
    "file:1",
    "file:5",
  ]);
});

test("a bad question costs no other, and is named with its line", () => {
  const { questions, refused } = read(
    "No answer?\nA. x\nB. y\n\nGood?\nA. x\nB. y\nANSWER: A\n\nNo choice?\nANSWER: A\n\nNo such?\nA. x\nB. y\nANSWER: D\n\nOne?\nA. x\nANSWER: A\n\nOnly words.",
  );
  expect(questions.map(({ where }) => where)).toEqual(["file:5"]);
  expect(refused.map(({ where, reason }) => [where, reason.code])).toEqual([
    ["file:1", "noKey"],
    ["file:10", "noAnswers"],
    ["file:13", "noKey"],
    ["file:18", "invalid"],
    ["file:22", "description"],
  ]);
});

test("HTML in it is taken as lessons take it, and what is lost is named", () => {
  const { questions } = read("Who built the <b>walls</b>?<script>x</script>\nA. Herod\nB. Suleiman\nANSWER: B");
  expect(questions[0]).toMatchObject({
    question: { body: { stem: { en: "Who built the **walls**?" } } },
    losses: [{ code: "script" }],
  });
});
