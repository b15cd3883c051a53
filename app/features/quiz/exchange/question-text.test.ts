import { expect, test } from "vitest";
import { startCpuClock } from "#tests/setup/cpu-clock.ts";
import { markdownProblem } from "./check-question.ts";
import { readText } from "./question-text.ts";
import { attempt, plainNotes } from "./reading-notes.ts";

test("Markdown that lessons take stays as it is; other Markdown goes by way of what it means", () => {
  const notes = plainNotes("en");
  expect(readText({ text: "Who built the **walls**?\r\n\r\n- a\r\n- b", format: "markdown" }, notes)).toBe(
    "Who built the **walls**?\n\n- a\n- b",
  );
  expect(notes.losses).toEqual([]);
  expect(readText({ text: "# Walls\n\n<u>Who</u> built them? ![x](x.png)", format: "markdown" }, notes)).toBe(
    "**Walls**\n\nWho built them?",
  );
  expect(notes.losses.map(({ code }) => code)).toEqual(["formatting", "picture"]);
});

test("a link to a lesson of another course is no text of a question", () => {
  expect(markdownProblem("[there](lesson:gates)")).toContain("gates");
});

test.each(["> ", "- ", "1. ", ":::x\n", "[a](", "**a ", "  - a\n"])("%j over and over ends soon", (piece) => {
  const text = `${piece.repeat(19_000 / piece.length)}x`;
  const worked = startCpuClock();
  const made = attempt(() => readText({ text, format: "markdown" }, plainNotes("en")));
  if (made.ok) expect(markdownProblem(made.value)).toBeNull();
  expect(worked()).toBeLessThan(10_000);
});
