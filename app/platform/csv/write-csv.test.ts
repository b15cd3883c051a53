import { expect, test } from "vitest";
import { type CsvCell, streamCsv, writeCsv } from "./write-csv.ts";

test("cells are quoted, moments in UTC, and what is not there is empty", () => {
  const row = ['a "b", c', 1.5, true, null, new Date(0), "القدس"];
  expect(writeCsv(["Head"], [row])).toBe(
    '\uFEFF"Head"\r\n"a ""b"", c",1.5,true,,"1970-01-01T00:00:00.000Z","القدس"\r\n',
  );
});

test("what a spreadsheet would take for a formula is made text, and a negative number stays one", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM", "\t=1", "\r=1", "\n=1", "＝1", "＠x"])
    expect(writeCsv([], [[text]])).toContain(`"'${text}"`);
  expect(writeCsv([], [[-1]])).toContain("\r\n-1\r\n");
});

test("a table in pieces is the same as a whole one, and no piece is read before the last was taken", async () => {
  let read = 0;
  async function* pieces(): AsyncGenerator<CsvCell[][]> {
    for (const piece of [[["a"], ["b"]], [], [["c"]]]) {
      read += 1;
      yield piece;
    }
  }
  const reader = streamCsv(["Head"], pieces()).getReader();
  const { value: head } = await reader.read();
  expect(read).toBeLessThan(2);
  reader.releaseLock();
  expect(head?.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  const whole = await new Response(streamCsv(["Head"], pieces())).bytes();
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(whole)).toBe(writeCsv(["Head"], [["a"], ["b"], ["c"]]));
});

test("who stops reading ends the pieces", async () => {
  let ended = false;
  async function* pieces(): AsyncGenerator<CsvCell[][]> {
    try {
      for (;;) yield [["again"]];
    } finally {
      ended = true;
    }
  }
  const reader = streamCsv([], pieces()).getReader();
  await reader.read();
  await reader.read();
  await reader.cancel();
  expect(ended).toBe(true);
});
