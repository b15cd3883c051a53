import { expect, test } from "vitest";
import { linkHref, linkValue } from "./link-target.ts";

test("what is typed becomes an address that a lesson may hold", () => {
  expect(linkHref({ kind: "outside", target: " example.org/a " })).toBe("https://example.org/a");
  expect(linkHref({ kind: "outside", target: "http://example.org" })).toBe("https://example.org");
  expect(linkHref({ kind: "lesson", target: "gates" })).toBe("lesson:gates");
});

test.each(["javascript:alert(1)", "data:text/html,x", "", "https://a b", "https://u:p@example.org"])(
  "refuses %s",
  (target) => {
    expect(linkHref({ kind: "outside", target })).toBeNull();
  },
);

test("an address is read back as it was chosen", () => {
  expect(linkValue("course:stones")).toEqual({ kind: "course", target: "stones" });
  expect(linkValue("https://example.org")).toEqual({ kind: "outside", target: "https://example.org" });
  expect(linkValue(null)).toEqual({ kind: "outside", target: "" });
  expect(linkHref({ kind: "lesson", target: "" })).toBeNull();
});
