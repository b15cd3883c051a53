import { expect, it } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("says what kind it is, and holds blocks", async () => {
  const body = ':::callout{kind=debate title="من <بنى>؟"}\nنص\n\n- أ\n:::\n';
  expect(await renderedHtml(body)).toBe(
    [
      '<div class="callout" data-kind="debate" role="note" aria-label="خلاف علمي: من &lt;بنى&gt;؟">',
      '<p class="callout-head"><span class="callout-kind">خلاف علمي</span> <strong>من &lt;بنى&gt;؟</strong></p>',
      "<p>نص</p><ul><li><p>أ</p></li></ul></div>",
    ].join(""),
  );
  expect(rewritten(body)).toBe(body);
});

it("is known by its kind alone when it has no title", async () => {
  expect(await renderedHtml(":::callout{kind=caution}\nx\n:::", { locale: "en" })).toContain('aria-label="Caution"');
});

it.each([
  ["no kind", ":::callout\nx\n:::", "missingAttribute"],
  ["another kind", ":::callout{kind=danger}\nx\n:::", "badAttribute"],
  ["a label", ":::callout[Title]{kind=note}\nx\n:::", "unknownAttribute"],
  ["nothing in it", ":::callout{kind=note}\n:::", "emptyBlock"],
])("refuses %s", (_, body, code) => {
  expect(lessonProblems(body)).toContainEqual(expect.objectContaining({ line: 1, code }));
});

it("holds no callout", () => {
  expect(lessonProblems("::::callout{kind=note}\n:::callout{kind=note}\nx\n:::\n::::")).toMatchObject([
    { line: 2, code: "nestedWrongly" },
  ]);
});
