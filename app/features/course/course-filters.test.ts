import { expect, test } from "vitest";
import { catalogueHref, effectiveSort } from "./course-filters.ts";
import { courseFiltersSchema } from "./course-filters-schema.ts";

test("one listing has one address, however it was asked for", () => {
  expect(catalogueHref({})).toBe("/courses");
  expect(catalogueHref({ sort: "newest" })).toBe("/courses");
  expect(catalogueHref({ q: "القدس", sort: "relevance" })).toBe(`/courses?q=${encodeURIComponent("القدس")}`);
  expect(catalogueHref({ sort: "title", level: "beginner", subject: "history" })).toBe(
    "/courses?subject=history&level=beginner&sort=title",
  );
  expect(catalogueHref({ q: "a", sort: "newest" }, "c")).toBe("/courses?q=a&sort=newest&cursor=c");
});

test("relevance is an order only where something is asked for", () => {
  expect(effectiveSort({ sort: "relevance" })).toBe("newest");
  expect(effectiveSort({ q: "a" })).toBe("relevance");
  expect(effectiveSort({ q: "a", sort: "title" })).toBe("title");
});

test("what is not understood counts as not said", () => {
  expect(courseFiltersSchema.parse({ level: "expert", language: "xx", price: "1", subject: "a'b", sort: "z" })).toEqual(
    {},
  );
  expect(courseFiltersSchema.parse({ q: `  ${"a".repeat(200)} ` }).q).toHaveLength(100);
  expect(courseFiltersSchema.parse({ q: " \0 " }).q).toBeUndefined();
});
