import { expect, it } from "vitest";
import { lessonText, renderedDocument } from "#tests/factories/lesson-text.ts";
import { documentProblems } from "./document-problems.ts";
import { lessonDocumentSchema } from "./lesson-document.ts";

const draft = (...content: unknown[]) => lessonDocumentSchema.parse({ type: "doc", content });
const words = (text: string) => ({ type: "text", text });
const paragraph = (text: string) => ({ type: "paragraph", content: [words(text)] });
const figure = (attrs: Record<string, unknown>, ...content: unknown[]) => ({ type: "figure", attrs, content });
const codes = (document: ReturnType<typeof draft>) => documentProblems(document).map(({ code }) => code);

it("finds nothing in a lesson that could be released", () => {
  const body = ":::figure{src=media/a.svg alt=a credit=b licence=c}\nd\n:::\n\na[^1]\n\n[^1]: b\n";
  expect(documentProblems(lessonText(body))).toEqual([]);
});

it("keeps a document of nothing as one empty paragraph, and says so", () => {
  const document = draft();
  expect(document.content).toEqual([{ type: "paragraph", attrs: { lang: null, dir: null } }]);
  expect(documentProblems(document)).toMatchObject([{ code: "empty", block: null }]);
  expect(draft({ type: "paragraph" }, { type: "bulletList", content: [] })).toEqual(document);
});

it("keeps a figure of which nothing is said yet, and says what is wanting and where", async () => {
  const document = draft(paragraph("a"), figure({ alt: " ", credit: "" }));
  const attrs = { src: null, alt: null, credit: null, licence: null, width: null };
  expect(document.content?.[1]).toEqual({ type: "figure", attrs });
  expect(codes(document)).toEqual(["figurePicture", "figureAlt", "figureCredit", "figureLicence", "figureCaption"]);
  expect(documentProblems(document).every(({ block }) => block === 1)).toBe(true);
  expect((await renderedDocument(document, { locale: "en" })).html).toBe(
    '<p>a</p><figure class="figure"><figcaption><p></p></figcaption></figure>',
  );
});

it("keeps a figure safe, finished or not", () => {
  const isTaken = (attrs: Record<string, unknown>) =>
    lessonDocumentSchema.safeParse({ type: "doc", content: [figure(attrs)] }).success;
  expect(isTaken({ src: "media/a.png" })).toBe(true);
  for (const src of ["https://example.org/a.png", "data:image/png;base64,AA", "media/a.html", 3]) {
    expect(isTaken({ src })).toBe(false);
  }
  expect(isTaken({ alt: "a\u0000b" })).toBe(false);
  expect(isTaken({ onerror: "x" })).toBe(false);
});

it("keeps a document whose sides are not written, with room to write in", () => {
  const document = draft({
    type: "document",
    content: [{ type: "transcription" }, { type: "translation", content: [paragraph("b")] }],
  });
  expect(document.content?.[0]?.content?.[0]?.content).toHaveLength(1);
  expect(documentProblems(document)).toMatchObject([
    { code: "documentTitle", node: "document", block: 0 },
    { code: "documentSide", node: "transcription", block: 0 },
  ]);
  expect(draft(...(document.content ?? []))).toEqual(document);
});
