import { expect, it } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { lessonText, renderedDocument } from "#tests/factories/lesson-text.ts";
import { citationFormatter } from "./format-citations.server.ts";
import type { CslItem } from "./reference-schema.ts";

const grabar: CslItem = {
  id: "grabar1996",
  type: "book",
  title: "The Shape of the Holy: Early Islamic Jerusalem",
  author: [
    {
      ...{ family: "Grabar", given: "Oleg" },
      multi: { _key: { "und-Arab": { family: "غرابار", given: "أوليغ" } } },
    },
  ],
  publisher: "Princeton University Press",
  "publisher-place": "Princeton",
  issued: { "date-parts": [[1996]] },
};
const arif: CslItem = {
  id: "arif1961",
  type: "book",
  title: "المفصل في تاريخ القدس",
  author: [
    { family: "العارف", given: "عارف", multi: { _key: { "und-Latn": { family: "al-ʿĀrif", given: "ʿĀrif" } } } },
  ],
  "publisher-place": "القدس",
  issued: { "date-parts": [[1961]] },
  multi: { _keys: { title: { "und-Latn": "A Detailed History of Jerusalem" } } },
};
const hostile: CslItem = {
  id: "hostile",
  type: "article-journal",
  title: "<img src=x onerror=alert(1)> & <i onclick=x>bold</i>",
  author: [{ literal: "\uE001</bdi><script>alert(1)</script>" }],
  "container-title": "Levant",
  URL: 'https://example.org/?a="><script>',
};

const format = citationFormatter([grabar, arif, hostile]);
const work = (key: string, locator: string | null = null, prefix: string | null = null) => ({ key, locator, prefix });
const cite = (locale: string, ...notes: ReturnType<typeof work>[][]) =>
  format({ locale, clusters: notes.map((works, index) => ({ note: index + 1, works })) });
const plain = (html: string | undefined) => html?.replace(/<[^>]*>/g, "");

it("cites in full at first, shortly from then on, and says where it is the same as before", () => {
  const { clusters } = cite(
    "en",
    [work("grabar1996", "52–71", "see")],
    [work("grabar1996", "80")],
    [work("arif1961")],
    [work("grabar1996"), work("arif1961", "3")],
  );
  expect(clusters.map(plain)).toEqual([
    "see Oleg Grabar, The Shape of the Holy: Early Islamic Jerusalem (Princeton: Princeton University Press, 1996), 52–71",
    "Ibid., 80",
    "ʿĀrif al-ʿĀrif, المفصل في تاريخ القدس [A Detailed History of Jerusalem] (القدس, 1961)",
    "Grabar, The Shape of the Holy; al-ʿĀrif, المفصل في تاريخ القدس, 3",
  ]);
  expect(clusters[0]).toContain(
    "<bdi>Oleg Grabar</bdi>, <i><bdi>The Shape of the Holy: Early Islamic Jerusalem</bdi></i>",
  );
});

it("cites in Arabic with Arabic commas, and works in Latin letters from left to right", () => {
  const { clusters, bibliography } = cite("ar", [work("arif1961", "12")], [work("grabar1996")]);
  expect(plain(clusters[0])).toBe("عارف العارف، المفصل في تاريخ القدس (القدس، 1961)، 12");
  expect(clusters[1]).toMatch(/^<bdi dir="ltr" lang="en"><bdi>Oleg Grabar<\/bdi>, <i>/);
  expect(bibliography.map(plain)).toEqual([
    expect.stringContaining("العارف، عارف. المفصل في تاريخ القدس. القدس، 1961."),
    "Grabar, Oleg. The Shape of the Holy: Early Islamic Jerusalem. Princeton: Princeton University Press, 1996.",
  ]);
  expect(bibliography[1]).toMatch(/^<p dir="ltr" lang="en">/);
});

it.each(locales)("has words of its own in %s", (locale) => {
  const { clusters } = cite(locale, [work("grabar1996")], [work("grabar1996")], [work("arif1961")]);
  expect(plain(clusters[0])).toContain("1996");
  expect(clusters.join("")).not.toMatch(/undefined|\[object|[\uE000-\uE003]/);
});

it("lets nothing of a work become part of the page", () => {
  const { clusters, bibliography } = cite("en", [work("hostile", "<b onclick=x>1</b>", "<script>")]);
  const html = [...clusters, ...bibliography].join("");
  expect(html.match(/<(?!\/?(?:p|bdi|i|b|a|sup|sub)\b)/g)).toBeNull();
  expect(html.match(/<[a-z]+ [^>]*on\w+=/g)).toBeNull();
  expect(html).not.toContain("<script");
});

it("stands among the notes of a lesson, with the works beneath them", async () => {
  const document = lessonText(
    'One[^a] two:cite{works="see @grabar1996, 12"} three[^b].\n\n[^a]: First.\n[^b]: As in :cite{works="@grabar1996"}.\n',
  );
  const { html } = await renderedDocument(document, { locale: "en", formatCitations: format });
  expect(html).toContain(
    '<sup class="footnote-ref"><a href="#note-2" id="cite-2" role="doc-noteref" aria-label="Note 2">2</a></sup>',
  );
  expect(html).toMatch(
    /<li id="note-1">.*First.*<li id="note-2"><p><bdi>see<\/bdi> <bdi>Oleg Grabar.*<li id="note-3"><p>As in <span class="citation"><bdi>Grabar<\/bdi>, <i>/,
  );
  expect(html).toMatch(/<section class="bibliography" role="doc-bibliography"[^>]*>.*Grabar, Oleg/);
  await expect(
    renderedDocument(lessonText('x:cite{works="@nobody"}\n'), { formatCitations: format }),
  ).rejects.toMatchObject({
    code: "lessonUnreadable",
  });
});
