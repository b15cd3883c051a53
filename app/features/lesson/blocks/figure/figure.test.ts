import { expect, it } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

const figure = (src: string) =>
  `:::figure{src="${src}" alt="العين &#x22;والبرج&#x22;" credit="رسم مقدس" licence="CC BY-SA 4.0" width=wide}\nالعين عند *السفح*.\n:::\n`;

it("puts a drawing into the page, named by its alt, with ids of its own", async () => {
  const html = await renderedHtml(figure("media/a.ar.svg") + figure("media/b.ar.svg"));
  expect(html).toContain('<figure class="figure" data-width="wide"><div class="drawing drawing-large" role="group"');
  expect(html).toContain('<svg direction="ltr" viewBox="0 0 640 360" width="640" height="360" role="img"');
  expect(html).toContain('aria-label="العين &quot;والبرج&quot;"');
  expect(html).toContain('<linearGradient id="d1-sky">');
  expect(html).toContain('fill="url(#d2-sky)"');
  expect(html).toContain("<figcaption><p>العين عند <em>السفح</em>.</p>");
  expect(html).toContain("المصدر: <bdi>رسم مقدس</bdi> · الرخصة: <bdi>CC BY-SA 4.0</bdi>");
});

it("loads a picture late, with its size, as narrow and light as the browser can take it", async () => {
  const html = await renderedHtml(figure("media/a.jpg"));
  const sizes = "(min-width: 64rem) 60rem, 94vw";
  expect(html).toContain(
    `<picture><source type="image/avif" srcset="/media/abc/480.avif 480w, /media/abc/800.avif 800w" sizes="${sizes}">`,
  );
  expect(html).toContain(
    `<source type="image/webp" srcset="/media/abc/480.webp 480w, /media/abc/800.webp 800w" sizes="${sizes}">`,
  );
  expect(html).toContain(
    `<img src="/media/abc" srcset="/media/abc/480.jpg 480w, /media/abc 800w" sizes="${sizes}" alt="العين &quot;والبرج&quot;" width="800" height="600" loading="lazy" decoding="async"></picture>`,
  );
});

it("fails where its drawing is not there or is refused", async () => {
  await expect(renderedHtml(figure("media/a.svg"), { drawing: null })).rejects.toMatchObject({
    code: "lessonUnreadable",
  });
  await expect(renderedHtml(figure("media/a.svg"), { drawing: "<p>" })).rejects.toMatchObject({
    code: "lessonUnreadable",
  });
});

it("demands what it shows, whose it is and on what terms", () => {
  const reasons = lessonProblems(":::figure{src=media/a.svg}\nx\n:::").map(({ line, code, reason }) => [
    line,
    code,
    reason,
  ]);
  expect(reasons).toEqual([
    [1, "missingAttribute", "figure needs the attribute alt."],
    [1, "missingAttribute", "figure needs the attribute credit."],
    [1, "missingAttribute", "figure needs the attribute licence."],
  ]);
});

it.each([
  "../secrets.svg",
  "media/../a.svg",
  "https://example.org/a.svg",
  "media/a.html",
  "/media/a.svg",
  "media/A.svg",
])("refuses the file %s", (src) => {
  expect(lessonProblems(figure(src))).toMatchObject([{ line: 1, code: "badAttribute" }]);
});

it("has a caption of one paragraph", () => {
  expect(lessonProblems(":::figure{src=media/a.svg alt=a credit=b licence=c}\n:::")).toMatchObject([
    { code: "emptyBlock" },
  ]);
  expect(lessonProblems(":::figure{src=media/a.svg alt=a credit=b licence=c}\na\n\nb\n:::")).toMatchObject([
    { code: "nestedWrongly" },
  ]);
});

it("is written as it was read", () => {
  expect(rewritten(figure("media/a.svg"))).toBe(figure("media/a.svg"));
});
