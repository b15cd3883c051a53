import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { endWhereCut } from "./end-where-cut.ts";

test("a whole source comes whole", async () => {
  expect(await text(endWhereCut(Readable.from(["a ", "whole ", "text"])))).toBe("a whole text");
});

test("of a source that is cut comes what was before the cut", async () => {
  const source = new PassThrough();
  const kept = endWhereCut(source);
  source.write("before");
  await turn();
  source.destroy(new Error("the line is lost"));
  expect(await text(kept)).toBe("before");
});

test("a source that was cut before it was read of ends all the same", async () => {
  const source = new PassThrough();
  source.on("error", () => undefined);
  source.destroy(new Error("the line is lost"));
  await turn();
  expect(await text(endWhereCut(source))).toBe("");
});
