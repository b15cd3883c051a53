import { expect, it, test } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

const dome = [
  "::::timeline{title=Buildings}",
  ":::event{calendar=hijri from=72}",
  "The Dome of the Rock is finished.",
  ":::",
  "",
  ":::event{from=1099-07-15}",
  "The city is taken.",
  ":::",
  "",
  ":::event{from=1537 to=1541 circa=yes}",
  "The walls are built.",
  ":::",
  "::::",
  "",
].join("\n");

it("dates each event by both calendars, the given one first, and names those it reckons by", async () => {
  const html = await renderedHtml(dome, { locale: "en" });
  expect(html).toContain('<p class="timeline-title" id="timeline-1">Buildings</p>');
  expect(html).toContain("<bdi>72 AH</bdi> <span");
  expect(html).toContain("<bdi>691–692 CE</bdi>");
  expect(html).toContain("<bdi>15 July 1099 CE</bdi>");
  expect(html).toContain("492 AH</bdi>");
  expect(html).toContain("<bdi>c. 1537–1541 CE</bdi>");
  expect(html).toContain("tabular calendar");
  expect(html).toContain("Julian calendar");
  expect(html).not.toContain("Umm al-Qura");
});

it("writes years in the digits of its language, and is the same when it is written again", async () => {
  expect(await renderedHtml(dome)).toContain("<bdi>٧٢ هـ</bdi>");
  expect(rewritten(dome).replaceAll('"', "")).toBe(dome);
});

it("says no Hijri year before the Hijra", async () => {
  const html = await renderedHtml(":::::timeline\n:::event{from=-586}\nThe city falls.\n:::\n:::::\n", {
    locale: "en",
  });
  expect(html).toContain('<p class="timeline-date"><bdi>586 BCE</bdi></p>');
  expect(html).not.toContain("timeline-note");
});

test.each([
  ["no text", "from=70", "", "emptyBlock"],
  ["no date", "to=70", "x", "missingAttribute"],
  ["a day that was never", "from=1582-10-10", "x", "badAttribute"],
  ["the year nought", "from=0", "x", "badAttribute"],
  ["a Hijri year before the Hijra", "from=-3 calendar=hijri", "x", "badAttribute"],
  ["another calendar", "from=70 calendar=hebrew", "x", "badAttribute"],
  ["an end before its beginning", "from=70 to=60", "x", "badAttribute"],
])("an event is refused with %s", (_, attributes, text, code) => {
  const problems = lessonProblems(`::::timeline\n:::event{${attributes}}\n${text}\n:::\n::::\n`);
  expect(problems).toContainEqual(expect.objectContaining({ code }));
});

it("is refused out of order", () => {
  const problems = lessonProblems("::::timeline\n:::event{from=2}\nb\n:::\n:::event{from=1}\na\n:::\n::::\n");
  expect(problems).toMatchObject([{ line: 1, reason: "The events of a timeline do not stand in order." }]);
});
