import { expect, test } from "vitest";
import { defaultReading, parseReading, toReading, writeReading } from "./reading-settings.ts";

test("what was chosen comes back from the cookie", () => {
  const chosen = toReading({ size: "xl", width: "narrow", keys: "off" });
  expect(parseReading(writeReading(chosen))).toEqual(chosen);
  expect(chosen).toEqual({ size: "xl", width: "narrow", keys: "off" });
});

test("what is missing, old or made up counts as not chosen", () => {
  expect(parseReading(undefined)).toEqual(defaultReading);
  expect(parseReading("huge.wide.<script>")).toEqual({ ...defaultReading, width: "wide" });
});
