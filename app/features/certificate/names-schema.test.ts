import { expect, it } from "vitest";
import { namesSchema } from "./names-schema.ts";

const messagesOf = (input: unknown) =>
  namesSchema.safeParse(input).error?.issues.map(({ path, message }) => [path[0], message]);

it("takes names of either script, or of both, without needless spaces", () => {
  expect(namesSchema.parse({ fullNameArabic: " آمنة  يوسف‎ ".replace("\u200e", "") })).toEqual({
    fullNameArabic: "آمنة يوسف",
    fullNameLatin: null,
  });
  expect(namesSchema.parse({ fullNameArabic: "آمِنَة بنتُ يُوسُف", fullNameLatin: "Āmina d’Óliva-Şahin" })).toEqual({
    fullNameArabic: "آمِنَة بنتُ يُوسُف",
    fullNameLatin: "Āmina d’Óliva-Şahin",
  });
});

it("wants one name at least, and says so beside the first field", () => {
  expect(messagesOf({})).toEqual([["fullNameArabic", "certificate:names.oneNeeded"]]);
});

it("says of each field which letters it takes", () => {
  expect(messagesOf({ fullNameArabic: "Amina", fullNameLatin: "آمنة" })).toEqual([
    ["fullNameArabic", "form:notArabic"],
    ["fullNameLatin", "form:notLatin"],
  ]);
  expect(messagesOf({ fullNameLatin: "Amina <b>" })).toEqual([["fullNameLatin", "form:notLatin"]]);
});

it("takes no name longer than a certificate has room for", () => {
  expect(messagesOf({ fullNameLatin: "a".repeat(121) })?.[0]?.[0]).toBe("fullNameLatin");
});
