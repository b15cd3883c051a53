import { expect, test } from "vitest";
import { bestLocale, inLocale, withoutLocale } from "./locales.ts";
import { negotiateLocale } from "./negotiate-locale.server.ts";

const negotiate = (pathname: string, chosen: string | null, acceptLanguage: string | null) =>
  negotiateLocale({ pathname, chosen, acceptLanguage });

test("the address decides, then the choice, then the browser, then Arabic", () => {
  expect(negotiate("/fr/courses", "tr", "ur")).toBe("fr");
  expect(negotiate("/courses", "tr", "ur")).toBe("tr");
  expect(negotiate("/courses", null, "de-AT, ur-PK;q=0.8, en;q=0.9")).toBe("en");
  expect(negotiate("/courses", "xx", "de")).toBe("ar");
  expect(negotiate("/", null, null)).toBe("ar");
});

test("a language refused by the browser is not taken", () => {
  expect(negotiate("/", null, "en;q=0, fr;q=0.3")).toBe("fr");
});

test("an address changes its language and keeps the rest", () => {
  expect(inLocale("/en/courses", "fr")).toBe("/fr/courses");
  expect(inLocale("/", "ur")).toBe("/ur");
  expect(inLocale("/ar", undefined)).toBe("/");
  expect(withoutLocale("/entrance")).toBe("/entrance");
});

test("a reader without her language gets English before Arabic, and whatever there is in the end", () => {
  expect(bestLocale(["ar", "en"], "tr")).toBe("en");
  expect(bestLocale(["ar"], "ms")).toBe("ar");
  expect(bestLocale(["es"], "ms")).toBe("es");
  expect(bestLocale([], "ms")).toBeUndefined();
});
