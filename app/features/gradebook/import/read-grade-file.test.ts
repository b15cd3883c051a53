import { expect, test } from "vitest";
import { type ColumnNames, isGradeHead, matchColumns } from "./match-columns.ts";
import { decodeText, readTable } from "./read-grade-file.ts";

const words: Record<string, string[]> = { enrolment: ["Enrolment", "التسجيل"], email: ["E-mail", "البريد الإلكتروني"] };
const names: ColumnNames = (column) => words[column] ?? [];
const read = (text: string) => readTable(text, (cells) => isGradeHead(cells, names));
const bytes = (text: string) => new TextEncoder().encode(text);

test("a table is read whatever stands between its cells, with the numbers of its lines", () => {
  for (const delimiter of [",", ";", "\t"]) {
    const text = [`E-mail${delimiter}quiz`, "", `a@x.org${delimiter}"87,5"`].join("\r\n");
    expect(read(text), delimiter).toEqual({
      head: { number: 1, cells: ["E-mail", "quiz"] },
      lines: [{ number: 3, cells: ["a@x.org", "87,5"] }],
    });
  }
});

test("what Excel writes in a country of decimal commas is read: semicolons, its own first line, and bare commas", () => {
  expect(read("sep=;\r\nE-mail;quiz\r\na@x.org;87,5\r\n").lines).toEqual([{ number: 3, cells: ["a@x.org", "87,5"] }]);
  expect(read('"E-mail";"quiz"\n"a@x.org";87,5').lines[0]?.cells).toEqual(["a@x.org", "87,5"]);
});

test("a guard against formulas comes off again, spaces at the edges too, and lines of nothing are left out", () => {
  expect(read('E-mail,quiz\n"\'+a@x.org", 5 \n,\n').lines).toEqual([{ number: 2, cells: ["+a@x.org", "5"] }]);
});

test.each([
  ["", "notCsv"],
  ["name,quiz\na,5", "notCsv"],
  ['E-mail,quiz\na@x.org,"5', "notCsv"],
  [`E-mail\n${"a@x.org\n".repeat(20_001)}`, "tooMany"],
])("a table like %j is refused", (text, code) => {
  expect(() => read(text.slice(0, 1_000_000))).toThrow(expect.objectContaining({ code }));
});

test("text is read in UTF-8 with or without its mark and in UTF-16 with it, and nothing else is", () => {
  expect(decodeText(bytes("\uFEFFالقدس"))).toBe("القدس");
  expect(decodeText(bytes("القدس"))).toBe("القدس");
  const wide = Buffer.from("\uFEFFالقدس", "utf16le");
  expect(decodeText(wide)).toBe("القدس");
  expect(decodeText(wide.swap16())).toBe("القدس");
  const windows1256 = new Uint8Array([0xc7, 0xe1, 0xde, 0xcf, 0xd3]);
  for (const wrong of [windows1256, bytes("a\0b"), Buffer.from("PK\x03\x04\0\0")])
    expect(() => decodeText(wrong)).toThrow(expect.objectContaining({ code: "notText" }));
});

test("columns are known in any language, lessons by their address alone or behind their title, and the rest is named", () => {
  const lessons = [
    { lessonId: "1", slug: "first-quiz" },
    { lessonId: "2", slug: "second-quiz" },
  ];
  const head = ["التسجيل", "e-MAIL", "الاختبار [first-quiz]", "Second-Quiz", "Gone [old-quiz]", "", "[first-quiz]"];
  expect(matchColumns(head, { lessons, names })).toEqual({
    enrolment: 0,
    email: 1,
    lessons: [
      { place: 2, lessonId: "1" },
      { place: 3, lessonId: "2" },
    ],
    unknown: ["Gone [old-quiz]", "[first-quiz]"],
  });
});
