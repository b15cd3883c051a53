import { expect, it } from "vitest";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

const body = "| الباب | السنة |\n| - | -: |\n| باب العمود | **١٥٣٨** |\n| \\| |  |\n";

it("has a header row, and a region that can be reached and moved by keyboard", async () => {
  expect(await renderedHtml(body)).toBe(
    [
      '<div class="table-region" role="region" tabindex="0" aria-label="جدول ١"><table>',
      '<tr><th scope="col">الباب</th><th scope="col" class="align-end">السنة</th></tr>',
      '<tr><td>باب العمود</td><td class="align-end"><strong>١٥٣٨</strong></td></tr>',
      '<tr><td>|</td><td class="align-end"></td></tr></table></div>',
    ].join(""),
  );
  expect(rewritten(rewritten(body))).toBe(rewritten(body));
});

it("refuses a row that is wider than the header", () => {
  expect(lessonProblems("| a |\n| - |\n| b | c |")).toMatchObject([{ line: 3, code: "table" }]);
});

it("refuses what Markdown cannot hold", () => {
  const cell = (type: string, attrs = {}) => ({ type, attrs, content: [{ type: "text", text: "x" }] });
  const table = (...rows: unknown[][]) => ({
    type: "doc",
    content: [{ type: "table", content: rows.map((content) => ({ type: "tableRow", content })) }],
  });
  const isTaken = (...rows: unknown[][]) => lessonDocumentSchema.safeParse(table(...rows)).success;
  expect(isTaken([cell("tableHeader")], [cell("tableCell")])).toBe(true);
  expect(isTaken([cell("tableCell")])).toBe(false);
  expect(isTaken([cell("tableHeader")], [cell("tableHeader")])).toBe(false);
  expect(isTaken([cell("tableHeader")], [cell("tableCell"), cell("tableCell")])).toBe(false);
  expect(isTaken([cell("tableHeader")], [cell("tableCell", { align: "right" })])).toBe(false);
  expect(isTaken([cell("tableHeader", { colspan: 2 })])).toBe(false);
});
