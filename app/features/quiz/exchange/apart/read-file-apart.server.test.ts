import { expect, test } from "vitest";
import { readFileApart } from "./read-file-apart.server.ts";

const file = (text: string) => ({
  ...{ name: "bank.yaml", format: "yaml" as const, locale: "ar" as const },
  bytes: new TextEncoder().encode(text),
});
const question = (name: string) =>
  `  - name: ${name}\n    type: true-false\n    body: { stem: { en: The walls are Ottoman. }, right: true }\n`;
const bank = (count: number) =>
  `format: maqdis-questions/1\nquestions:\n${Array.from({ length: count }, (_, i) => question(`Q${i}`)).join("")}`;

test("a file is read in a thread of its own", async () => {
  const { questions, refused } = await readFileApart(file(bank(2)));
  expect([questions.map(({ question: { name } }) => name), refused]).toEqual([["Q0", "Q1"], []]);
});

test("one that takes too long is refused when its time is over, and the next one is read", async () => {
  const slow = readFileApart(file(bank(60_000)), { milliseconds: 1_500, megabytes: 384 });
  const next = readFileApart(file(bank(1)));
  expect((await slow).refused).toEqual([{ where: "bank.yaml", reason: { code: "tooSlow", values: {} } }]);
  expect((await next).questions).toHaveLength(1);
});

test("one that takes too much memory is refused, and the process lives", async () => {
  const { refused } = await readFileApart(file(bank(60_000)), { milliseconds: 60_000, megabytes: 48 });
  expect(refused).toEqual([{ where: "bank.yaml", reason: { code: "tooMuchMemory", values: {} } }]);
});
