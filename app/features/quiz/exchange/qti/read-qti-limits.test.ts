import { expect, test } from "vitest";
import { startCpuClock } from "#tests/setup/cpu-clock.ts";
import { readQti } from "./read-qti.ts";

const read = (text: string) => readQti([{ path: "item.xml", bytes: new TextEncoder().encode(text) }], { locale: "en" });

test("entities that would unfold without end, and depths without end, are refused at once", () => {
  const lol = Array.from(
    { length: 20 },
    (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};&l${i};&l${i};&l${i};&l${i};&l${i};&l${i};">`,
  ).join("");
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${lol}]><assessmentItem>&l20;</assessmentItem>`;
  const deep = `<assessmentItem>${"<p>".repeat(200_000)}`;
  const outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><assessmentItem/>';
  const worked = startCpuClock();
  expect([bomb, deep, outside].flatMap((text) => read(text).refused).map(({ reason }) => reason.code)).toEqual([
    "doctype",
    "tooDeep",
    "doctype",
  ]);
  expect(worked()).toBeLessThan(2_000);
});
