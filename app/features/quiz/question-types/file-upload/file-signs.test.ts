import { expect, test } from "vitest";
import { fileKinds } from "./file-kinds.ts";
import { contentTypeOf, isWhatItsNameSays } from "./file-signs.ts";

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part]))));

const beginnings: Record<string, Buffer> = {
  pdf: bytes("\n%PDF-1.7\n"),
  docx: bytes("PK", 3, 4),
  odt: bytes("PK", 3, 4),
  rtf: bytes("{\\rtf1"),
  txt: bytes("ا ب ت"),
  md: bytes("# عنوان"),
  jpg: bytes(0xff, 0xd8, 0xff, 0xe0),
  jpeg: bytes(0xff, 0xd8, 0xff, 0xe0),
  png: bytes(0x89, "PNG", 13),
  webp: bytes("RIFF", 1, 2, 3, 4, "WEBP"),
  heic: bytes(0, 0, 0, 24, "ftypheic"),
  mp3: bytes("ID3", 4),
  m4a: bytes(0, 0, 0, 24, "ftypM4A "),
  ogg: bytes("OggS"),
  wav: bytes("RIFF", 1, 2, 3, 4, "WAVE"),
  mp4: bytes(0, 0, 0, 24, "ftypisom"),
  webm: bytes(0x1a, 0x45, 0xdf, 0xa3),
  mov: bytes(0, 0, 0, 8, "wide"),
  csv: bytes("a,b\n1,2"),
  ods: bytes("PK", 3, 4),
  xlsx: bytes("PK", 3, 4),
  odp: bytes("PK", 3, 4),
  pptx: bytes("PK", 3, 4),
};

test("every ending that a question takes has its beginning, and its own type", () => {
  for (const ending of Object.values(fileKinds).flat()) {
    const start = beginnings[ending] ?? Buffer.alloc(0);
    expect([ending, isWhatItsNameSays(`بحث.${ending.toUpperCase()}`, start)]).toEqual([ending, true]);
    expect(contentTypeOf(`a.${ending}`)).not.toBe("application/octet-stream");
  }
});

test("a programme or a page by another name is not taken for what it says", () => {
  const programme = bytes("MZ", 0x90, 0, 3, 0, 0, 0);
  const page = bytes("<!doctype html><script>");
  for (const ending of Object.values(fileKinds).flat()) {
    expect([ending, isWhatItsNameSays(`a.${ending}`, programme)]).toEqual([ending, false]);
    if (!["txt", "md", "csv"].includes(ending)) expect(isWhatItsNameSays(`a.${ending}`, page)).toBe(false);
  }
  expect(isWhatItsNameSays("a.exe", programme)).toBe(false);
  expect(isWhatItsNameSays("a", page)).toBe(false);
  expect(contentTypeOf("a.html")).toBe("application/octet-stream");
});
