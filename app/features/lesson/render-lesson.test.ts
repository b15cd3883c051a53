import { expect, it } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { lessonText, renderedDocument } from "#tests/factories/lesson-text.ts";
import { startCpuClock } from "#tests/setup/cpu-clock.ts";
import { lessonWords } from "./lesson-words.ts";

const everyBlock = lessonText(
  [
    "## عنوان",
    "نص *مائل* **عريض** `رمز` [رابط](https://example.org/) :span[Cardo]{lang=la}[^1]",
    "- أ\n- ب",
    "> قول",
    "| أ | ب |\n| - | - |\n| ١ | ٢ |",
    '::::callout{kind=note title="ت"}\n:::figure{src=media/a.svg alt=ب credit=ج licence=د}\nوصف\n:::\n::::',
    ":::verse\nشطر // شطر\n:::",
    "::::document{title=نقش date=١ holding=القدس}\n:::transcription{lang=grc}\nΑ\n:::\n\n:::translation\nأ\n:::\n::::",
    "---",
    "[^1]: حاشية",
  ].join("\n\n"),
);

it.each(locales)("speaks the language of the text: %s", async (locale) => {
  const words = lessonWords(locale);
  const { html } = await renderedDocument(everyBlock, { locale });
  for (const word of [words.credit, words.footnotes, words.backToText, words.table, words.translation]) {
    expect(word).not.toBe("");
    expect(html).toContain(word);
  }
  for (const kind of Object.values(words.callouts)) expect(kind).not.toBe("");
});

it("gives no id twice, and leads every reference to one that is there", async () => {
  const { html } = await renderedDocument(everyBlock);
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of html.matchAll(/(?:href="#|url\(#|aria-labelledby=")([^")]+)/g)) expect(ids).toContain(id);
});

it("holds no style attribute and no handler, which the page's policy would block", async () => {
  const { html } = await renderedDocument(everyBlock);
  expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/);
});

it("renders a long lesson in less than 30 ms", async () => {
  const long = { type: "doc", content: Array.from({ length: 12 }, () => everyBlock.content ?? []).flat() };
  await renderedDocument(long);
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) {
    const worked = startCpuClock();
    await renderedDocument(long);
    times.push(worked());
  }
  expect(Math.min(...times)).toBeLessThan(30);
});
