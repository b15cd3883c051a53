import { expect, it } from "vitest";
import { lessonProblems, lessonText, renderedDocument, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

const attachment = '::attachment{src="media/readings.pdf" title="قراءات <الأسبوع>"}\n';

it("is a link that keeps the file, with its type and size in the text's own digits", async () => {
  expect(await renderedHtml(attachment)).toBe(
    '<p class="attachment"><a class="attachment-link" href="/media/def" download="readings.pdf"><span class="attachment-title" dir="auto">قراءات &lt;الأسبوع&gt;</span> <span class="attachment-facts">تنزيل · <bdi>PDF</bdi> · <bdi>١٫٤ م.ب</bdi></span></a></p>',
  );
  const english = await renderedDocument(lessonText(attachment), { locale: "en" });
  expect(english.html).toContain("Download · <bdi>PDF</bdi> · <bdi>1.4 MB</bdi>");
});

it("is written as it was read", () => {
  expect(rewritten(attachment)).toBe(attachment);
});

it.each(["media/a.png", "media/a.exe", "media/a.html", "/media/a.pdf", "media/../a.pdf", "https://example.org/a.pdf"])(
  "refuses the file %s",
  (src) => {
    expect(lessonProblems(`::attachment{src="${src}" title="a"}`)).toMatchObject([{ code: "badAttribute" }]);
  },
);

it("demands a file and what it is called", () => {
  expect(lessonProblems("::attachment{}").map(({ code }) => code)).toEqual(["missingAttribute", "missingAttribute"]);
});
