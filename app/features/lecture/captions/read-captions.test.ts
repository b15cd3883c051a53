import fc from "fast-check";
import { parseText } from "media-captions";
import { describe, expect, test } from "vitest";
import type { Cue } from "../playback.ts";
import { MAX_CAPTION_BYTES } from "./caption-file.ts";
import { readCaptionFile } from "./read-caption-file.ts";
import { readSrt } from "./read-srt.ts";
import { tidyCueText } from "./read-timing.ts";
import { readVtt } from "./read-vtt.ts";
import { writeSrt, writeVtt } from "./write-vtt.ts";

const ARABIC = "القدس — Jerusalem\u200F (1187) \u2067صلاح الدين\u2069 & <ركن> \u061C";
const vtt = (...blocks: string[]) => `WEBVTT\n\n${blocks.join("\n\n")}\n`;
const cue = (times: string, text = "قبة الصخرة") => `${times}\n${text}`;

const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom(
        "القدس",
        "\u200Fمقدسي\u200E",
        "&lt;",
        "-->",
        "00:01.000",
        "<v ليلى>",
        "{\\an8}",
        "WEBVTT",
        "NOTE",
        "7",
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => tidyCueText(parts.join(" ").replaceAll("\0", "")))
  .filter((text) => text !== "");

const anyCues: fc.Arbitrary<Cue[]> = fc
  .array(
    fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 20_000 }), fc.array(words, { minLength: 1, maxLength: 3 })),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((list) => {
    let at = 0;
    return list.map(([gap, length, lines]) => {
      at += gap;
      return { from: at / 1000, to: (at + length) / 1000, text: lines.join("\n") };
    });
  });

const milliseconds = (seconds: number) => Math.round(seconds * 1000);

describe("what the academy writes", () => {
  test("is read again as the same cues, whatever stands in them", () => {
    fc.assert(
      fc.property(anyCues, (cues) => {
        expect(readVtt(writeVtt(cues))).toEqual({ ok: true, cues, losses: [] });
      }),
      { numRuns: 500 },
    );
  });

  test("is written again to the letter", () => {
    fc.assert(
      fc.property(anyCues, (cues) => {
        const written = writeVtt(cues);
        const read = readVtt(written);
        expect(read.ok && writeVtt(read.cues)).toBe(written);
      }),
    );
  });

  test("is read by another reader at the same times", async () => {
    await fc.assert(
      fc.asyncProperty(anyCues, async (cues) => {
        const { cues: theirs } = await parseText(writeVtt(cues), { type: "vtt" });
        expect(theirs.map(({ startTime, endTime }) => [startTime, endTime].map(milliseconds))).toEqual(
          cues.map(({ from, to }) => [from, to].map(milliseconds)),
        );
      }),
    );
  });

  test("never makes a reader fail, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, isVtt) => {
        const read = isVtt ? readVtt(`WEBVTT\n\n${text}`) : readSrt(text);
        expect(read.ok ? read.cues.length : read.problems.length).toBeGreaterThan(0);
      }),
    );
  });

  test("keeps Arabic and the marks of direction to the letter, also as SubRip", () => {
    const cues = [{ from: 0.5, to: 3601.25, text: `${ARABIC}\nسطر ثانٍ` }];
    expect(readVtt(writeVtt(cues))).toMatchObject({ cues });
    expect(readSrt(writeSrt(cues))).toMatchObject({ cues });
    expect(writeVtt(cues)).toContain("00:00:00.500 --> 01:00:01.250\nالقدس — Jerusalem\u200F");
  });
});

test("a byte order mark, line ends of every kind, names of cues and short times are taken", () => {
  const wanted = [
    { from: 1, to: 2, text: "one\ntwo" },
    { from: 2, to: 3, text: "three" },
  ];
  const text = "\uFEFFWEBVTT\n\n1\n00:01.000 --> 00:02.000\none\ntwo\n\n\n00:00:02.000 --> 00:00:03.000\nthree";
  for (const end of ["\n", "\r\n", "\r"]) expect(readVtt(text.replaceAll("\n", end))).toMatchObject({ cues: wanted });
  const srt = "\uFEFF1\n00:00:01,000 --> 00:00:02,000\none\ntwo\n\n2\n00:00:02,000 --> 00:00:03,000\nthree\n";
  for (const end of ["\n", "\r\n", "\r"]) expect(readSrt(srt.replaceAll("\n", end))).toMatchObject({ cues: wanted });
});

test("cues may overlap, as long as they stand in the order of their beginnings", () => {
  expect(readVtt(vtt(cue("00:01.000 --> 00:05.000"), cue("00:01.000 --> 00:02.000")))).toMatchObject({ ok: true });
});

test("what a cue cannot keep is named by its line, and its words stay", () => {
  const read = readVtt(
    [
      "WEBVTT A lecture",
      "Kind: captions",
      "",
      "NOTE by Layla",
      "",
      "STYLE\n::cue { color: red }",
      "",
      "intro",
      "00:01.000 --> 00:02.000 line:90% align:start",
      "<v.loud ليلى &amp; Omar>The <i>gate</i> &lt;1&gt;&rlm; &copy; <00:01.500>opens</v>",
      "then <c.gold>closes</c>",
    ].join("\n"),
  );
  expect(read).toEqual({
    ok: true,
    cues: [{ from: 1, to: 2, text: "ليلى & Omar: The gate <1>\u200F &copy; opens\nthen closes" }],
    losses: [
      { line: 1, code: "header", values: { text: "A lecture" } },
      { line: 2, code: "header", values: { text: "Kind: captions" } },
      { line: 4, code: "note", values: {} },
      { line: 6, code: "style", values: {} },
      { line: 9, code: "name", values: { name: "intro" } },
      { line: 10, code: "settings", values: { settings: "line:90% align:start" } },
      { line: 11, code: "voice", values: { name: "ليلى & Omar" } },
      { line: 11, code: "tag", values: { tag: "i" } },
      { line: 11, code: "escape", values: { escape: "&copy;" } },
      { line: 11, code: "tag", values: { tag: "00:01.500" } },
      { line: 12, code: "tag", values: { tag: "c" } },
    ],
  });
});

test("SubRip's tags are left out and named; what only looks like one stays", () => {
  expect(readSrt('1\n00:00:01,000 --> 00:00:02,000 X1:10\n{\\an8}<font color="red">5 < 6</font> {sic}\n')).toEqual({
    ok: true,
    cues: [{ from: 1, to: 2, text: "5 < 6 {sic}" }],
    losses: [
      { line: 2, code: "settings", values: { settings: "X1:10" } },
      { line: 3, code: "tag", values: { tag: "{\\an8}" } },
      { line: 3, code: "tag", values: { tag: '<font color="red">' } },
    ],
  });
});

describe("a file that is not as it should be is refused with line and reason", () => {
  test.each([
    ["nothing", "", [[1, "header"]]],
    ["no header", "1\n00:00:01.000 --> 00:00:02.000\nx", [[1, "header"]]],
    ["another word like it", "WEBVTTS\n\n00:01.000 --> 00:02.000\nx", [[1, "header"]]],
    ["a line before the header", "\nWEBVTT\n\n00:01.000 --> 00:02.000\nx", [[1, "header"]]],
    ["no empty line after the header", "WEBVTT\n00:01.000 --> 00:02.000\nx", [[2, "noBlank"]]],
    ["a header alone", "WEBVTT\n", [[1, "noCues"]]],
    ["comments alone", "WEBVTT\n\nNOTE nothing yet\n", [[1, "noCues"]]],
    ["a comma in a time", vtt(cue("00:01,000 --> 00:02.000")), [[3, "time"]]],
    ["61 seconds", vtt(cue("00:61.000 --> 00:02.000")), [[3, "time"]]],
    [
      "no milliseconds, twice",
      vtt(cue("00:01 --> 00:02")),
      [
        [3, "time"],
        [3, "time"],
      ],
    ],
    ["no end", vtt(cue("00:01.000 -->")), [[3, "time"]]],
    ["Eastern digits in a time", vtt(cue("٠٠:٠١.٠٠٠ --> 00:02.000")), [[3, "time"]]],
    ["an end before its start", vtt(cue("00:02.000 --> 00:01.000")), [[3, "endBeforeStart"]]],
    ["an end at its start", vtt("one\n00:02.000 --> 00:02.000\nx"), [[4, "endBeforeStart"]]],
    ["cues out of order", vtt(cue("00:05.000 --> 00:06.000"), cue("00:04.999 --> 00:09.000")), [[6, "outOfOrder"]]],
    ["a cue without words", vtt("00:01.000 --> 00:02.000"), [[3, "emptyCue"]]],
    ["a cue of spaces and tags", vtt(cue("00:01.000 --> 00:02.000", " <b> </b>\t")), [[3, "emptyCue"]]],
    ["a text without times", vtt(cue("00:01.000 --> 00:02.000"), "left over"), [[6, "noTime"]]],
    [
      "no empty line between cues",
      vtt(`${cue("00:01.000 --> 00:02.000")}\n${cue("00:02.000 --> 00:03.000")}`),
      [[5, "noBlank"]],
    ],
    ["an unknown tag", vtt(cue("00:01.000 --> 00:02.000", "one\n<blink>two")), [[5, "badTag"]]],
    ["a tag that never ends", vtt(cue("00:01.000 --> 00:02.000", "5 < 6")), [[4, "badTag"]]],
    [
      "several things at once",
      vtt(cue("00:xx.000 --> 00:02.000"), cue("00:04.000 --> 00:03.000"), "00:05.000 --> 00:06.000"),
      [
        [3, "time"],
        [6, "endBeforeStart"],
        [9, "emptyCue"],
      ],
    ],
  ])("WebVTT: %s", (_, text, wanted) => {
    const read = readVtt(text);
    expect(read.ok ? read : read.problems.map(({ line, code }) => [line, code])).toEqual(wanted);
  });

  test.each([
    ["nothing", "", [[1, "noCues"]]],
    [
      "WebVTT under its name",
      vtt(cue("00:01.000 --> 00:02.000")),
      [
        [1, "noTime"],
        [3, "time"],
        [3, "time"],
      ],
    ],
    ["a text without times", "1\nhello\n", [[1, "noTime"]]],
    ["a bad time", "1\n00:00:01,000 --> 00:00:0x,000\nx\n", [[2, "time"]]],
    ["an end before its start", "1\n00:00:02,000 --> 00:00:01,000\nx\n", [[2, "endBeforeStart"]]],
    [
      "out of order",
      "1\n00:00:02,000 --> 00:00:03,000\nx\n\n2\n00:00:01,000 --> 00:00:02,000\ny\n",
      [[6, "outOfOrder"]],
    ],
    [
      "a cue without words",
      "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\ny\n",
      [[2, "emptyCue"]],
    ],
  ])("SubRip: %s", (_, text, wanted) => {
    const read = readSrt(text);
    expect(read.ok ? read : read.problems.map(({ line, code }) => [line, code])).toEqual(wanted);
  });

  test("more than five megabytes, in bytes and not in letters", () => {
    const long = vtt(cue("00:01.000 --> 00:02.000", "ق".repeat(MAX_CAPTION_BYTES / 2)));
    for (const read of [readVtt(long), readSrt(long), readCaptionFile({ name: "a.vtt", bytes: Buffer.from(long) })]) {
      expect(read).toEqual({ ok: false, problems: [{ line: 1, code: "tooLarge", values: { megabytes: 5 } }] });
    }
  });

  test("bytes of another encoding, by the line of the first of them", () => {
    const bytes = Buffer.concat([Buffer.from("1\n00:00:01,000 --> 00:00:02,000\n"), Buffer.from([0xc7, 0xe1, 0xde])]);
    expect(readCaptionFile({ name: "a.SRT", bytes })).toEqual({
      ok: false,
      problems: [{ line: 3, code: "encoding", values: {} }],
    });
  });
});

test("a file is read by its name, in UTF-8 and in UTF-16 with its mark", () => {
  const srt = "1\n00:00:01,000 --> 00:00:02,000\nقدس\n";
  const wanted = { ok: true, cues: [{ from: 1, to: 2, text: "قدس" }] };
  expect(readCaptionFile({ name: "a.srt", bytes: Buffer.from(srt) })).toMatchObject(wanted);
  expect(readCaptionFile({ name: "a.srt", bytes: Buffer.from(`\uFEFF${srt}`, "utf16le") })).toMatchObject(wanted);
  expect(
    readCaptionFile({ name: "a.vtt", bytes: Buffer.from(vtt(cue("00:01.000 --> 00:02.000", "قدس"))) }),
  ).toMatchObject(wanted);
});
