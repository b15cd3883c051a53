import { expect, test } from "vitest";
import { defaultReading, parseReading, readingCookie, toReading } from "./reading-settings.ts";

test("what was chosen comes back from the cookie", () => {
  const chosen = toReading({ size: "xl", width: "narrow", theme: "dark", keys: "off" });
  const value = /^maqdis\.reading=([^;]+);/.exec(readingCookie(chosen))?.[1];
  expect(parseReading(value)).toEqual(chosen);
  expect(chosen).toEqual({ size: "xl", width: "narrow", theme: "dark", keys: "off" });
});

test("what is missing, old or made up counts as not chosen", () => {
  expect(parseReading(undefined)).toEqual(defaultReading);
  expect(parseReading("huge.wide.<script>")).toEqual({ ...defaultReading, width: "wide" });
});
