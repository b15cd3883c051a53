import { expect, test } from "vitest";
import { readWith } from "#tests/factories/exchanged-questions.ts";
import { readMoodleXml } from "./read.ts";

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const quiz = (...questions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join("\n")}\n</quiz>`;
const question = (type: string, stem: string, inside = "") =>
  `<question type="${type}"><name><text>A name</text></name><questiontext format="html"><text><![CDATA[${stem}]]></text></questiontext>${inside}</question>`;
const read = (text: string) => readWith(readMoodleXml, text);
const en = (text: string) => ({ en: text });

test("markers on a picture, their places numbered from above", () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><path d="M0 0h400v300H0z" fill="none"/></svg>';
  const file = `<file name="Plan 1.svg" encoding="base64">${Buffer.from(drawing).toString("base64")}</file>`;
  const drags = "<drag><no>1</no><text>Damascus Gate</text></drag><drag><no>2</no><text>Jaffa Gate</text></drag>";
  const drop = (shape: string, coords: string, choice: number) =>
    `<drop><no>1</no><shape>${shape}</shape><coords>${coords}</coords><choice>${choice}</choice></drop>`;
  const drops = drop("CIRCLE", "50,200;10", 2) + drop("RECTANGLE", "200,10;40,20", 1);
  const { questions, media } = read(quiz(question("ddmarker", "Place.", file + drags + drops)));
  expect([...media.keys()]).toEqual(["media/plan-1.svg"]);
  expect(questions[0]?.losses).toEqual([{ code: "pictureAlt", values: { src: "media/plan-1.svg" } }]);
  expect(questions[0]?.question.body).toMatchObject({
    picture: { src: "media/plan-1.svg", width: 400, height: 300 },
    regions: [
      { label: en("Place 1"), shape: { kind: "rectangle", x: 200, y: 10, width: 40, height: 20 } },
      { label: en("Place 2"), shape: { kind: "circle", x: 50, y: 200, r: 10 } },
    ],
    markers: [{ label: en("Damascus Gate") }, { label: en("Jaffa Gate") }],
  });
  const outside = drop("CIRCLE", "5,5;10", 1) + drop("CIRCLE", "50,50;10", 2);
  const lost = read(quiz(question("ddmarker", "Place.", file + drags + outside)));
  expect(lost.refused.map(({ reason }) => reason.code)).toEqual(["invalid"]);
});

test("pictures of texts come along, once, under names that a course can have", () => {
  const stem = `Where? <img src="@@PLUGINFILE@@/My%20plan.png" alt="A plan"><img src="@@PLUGINFILE@@/gone.png">`;
  const file = `<file name="My plan.png" path="/" encoding="base64">${PNG}</file>`;
  const { questions, media } = read(
    quiz(
      `<question type="essay"><name><text>x</text></name><questiontext format="html"><text><![CDATA[${stem}]]></text>${file}</questiontext></question>`,
    ),
  );
  expect([...media.keys()]).toEqual(["media/my-plan.png"]);
  expect(questions[0]?.question.body).toMatchObject({
    stem: { en: expect.stringContaining('src="media/my-plan.png" alt="A plan"') },
  });
  expect(questions[0]?.losses.map(({ code }) => code)).toEqual(["picture", "pictureCredit"]);
});
