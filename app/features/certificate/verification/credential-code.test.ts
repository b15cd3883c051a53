import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_CODED_BYTES, readCredentialCode, readDigits, writeDigits } from "./credential-code.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const codeOf = (text: string) => writeDigits(deflateRawSync(text, { level: 9 }));

test("any bytes are read from digits as they were written, zeros at the beginning and none at all too", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_900 }), (bytes) => {
      expect(readDigits(writeDigits(bytes))).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: 200, examples: [[new Uint8Array()], [new Uint8Array(7)], [new Uint8Array(2_900).fill(255)]] },
  );
});

test("any text is read from a code byte for byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 800 }), async (text) => {
      expect(await readCredentialCode(codeOf(text))).toEqual(bytesOf(text));
    }),
    { numRuns: 50 },
  );
});

test("a byte takes two and a half digits at most", () => {
  expect(writeDigits(new Uint8Array(2_900).fill(255)).length).toBeLessThan(2_900 * 2.41);
});

test("digits that are never written, or more than any code holds, are no bytes", () => {
  for (const digits of ["", "0", "15", "0257", "-257", "257 ", "25७", "0x101", "1e3", "2".repeat(7_090)]) {
    expect(readDigits(digits), digits).toBeUndefined();
  }
  expect(readDigits("257")).toEqual(new Uint8Array([1]));
});

test("a part of a code is never taken for the whole", async () => {
  const text = JSON.stringify({ name: "القدس عبر العصور", list: Array.from({ length: 60 }, (_, n) => n * 7_919) });
  const digits = codeOf(text);
  for (let length = 1; length < digits.length; length += 1) {
    const read = await readCredentialCode(digits.slice(0, length));
    if (read) expect(() => JSON.parse(new TextDecoder().decode(read)), `${length} digits`).toThrow();
  }
});

test("a code that would fill the memory is given up", async () => {
  expect(await readCredentialCode(codeOf("0".repeat(MOST_CODED_BYTES)))).toHaveLength(MOST_CODED_BYTES);
  expect(await readCredentialCode(codeOf("0".repeat(MOST_CODED_BYTES + 1)))).toBeUndefined();
});
