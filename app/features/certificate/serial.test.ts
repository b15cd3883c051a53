import { randomInt } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { drawSerial, readSerial, writeSerial } from "./serial.ts";

const SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const serials = fc.array(fc.nat(30), { minLength: 15, maxLength: 15 }).map((draws) => {
  let next = 0;
  return drawSerial(() => draws[next++] ?? 0);
});

it("reads what it drew, however it is written", () => {
  const serial = drawSerial(randomInt);
  expect(serial).toMatch(/^[2-9A-HJKMNP-Z]{16}$/);
  expect(writeSerial(serial)).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
  for (const typed of [serial, writeSerial(serial), ` ${writeSerial(serial).toLowerCase()} `, `\u200e${serial}\u200f`])
    expect(readSerial(typed)).toEqual({ serial });
});

it("reads eastern digits", () => {
  const serial = drawSerial(() => 0);
  const arabic = serial.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  const persian = serial.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
  expect(readSerial(arabic)).toEqual({ serial });
  expect(readSerial(persian)).toEqual({ serial });
});

it("finds every single wrong symbol", () => {
  fc.assert(
    fc.property(serials, fc.nat(15), fc.nat(30), (serial, place, symbol) => {
      const wrong = serial.slice(0, place) + SYMBOLS[symbol] + serial.slice(place + 1);
      expect(readSerial(wrong).problem).toBe(wrong === serial ? undefined : "check");
    }),
  );
});

it("finds every two symbols that changed places", () => {
  fc.assert(
    fc.property(serials, fc.nat(15), fc.nat(15), (serial, one, other) => {
      const symbols = [...serial];
      [symbols[one], symbols[other]] = [symbols[other] ?? "", symbols[one] ?? ""];
      const wrong = symbols.join("");
      expect(readSerial(wrong).problem).toBe(wrong === serial ? undefined : "check");
    }),
  );
});

it("says what is wrong with what is no serial", () => {
  expect(readSerial("").problem).toBe("length");
  expect(readSerial("ABCD-EFGH").problem).toBe("length");
  expect(readSerial("O0O0-1I1L-AAAA-AAAA").problem).toBe("symbols");
  expect(readSerial("../../etc/passwd").problem).toBe("symbols");
});
