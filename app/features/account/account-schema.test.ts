import { expect, test } from "vitest";
import { emailSchema, newPasswordSchema, nextSchema, signUpSchema } from "./account-schema.ts";
import { profileSchema } from "./profile-schema.ts";

test.each([
  "password123",
  "PASSWORD123",
  "1234567890",
  "qwertyuiop",
  "aaaaaaaaaaaa",
  "abcdefghijklm",
  "9876543210",
  "1q2w3e4r5t6y",
  "jerusalem123",
])("%s is refused for being common", (password) => {
  expect(newPasswordSchema.safeParse(password).error?.issues[0]?.message).toBe("account:errors.commonPassword");
});

test.each(["nine char", "x".repeat(129)])("a password of a length outside 10 to 128 is refused", (password) => {
  expect(newPasswordSchema.safeParse(password).success).toBe(false);
});

test.each(["seven gates", "كلمات قليلة متتالية", "x1".repeat(64), "aab bcc dde"])(
  "%s is taken as it is",
  (password) => {
    expect(newPasswordSchema.parse(password)).toBe(password);
  },
);

test("one's own address is no password", () => {
  const email = "maryam@example.org";
  expect(signUpSchema.safeParse({ name: "M", email, password: "Maryam@Example.org" }).success).toBe(false);
});

test("an address is kept in lower case", () => {
  expect(emailSchema.parse(" Maryam@Example.ORG ")).toBe("maryam@example.org");
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/a b",
  "",
  "/en//evil.example",
  "/\t/evil.example",
  "/قدس",
])("%s is no page to go on to", (next) => {
  expect(nextSchema.parse(next)).toBeUndefined();
});

test.each(["/", "/en/courses?level=beginner#top", "/learn/x/y"])("%s is a page to go on to", (next) => {
  expect(nextSchema.parse(next)).toBe(next);
});

const profile = { name: "Maryam", locale: "en", calendar: "both", digits: "automatic" };

test.each([
  ["fullNameArabic", "مريم عبد القادر الخالدي", true],
  ["fullNameArabic", "مَرْيَم", true],
  ["fullNameArabic", "Maryam", false],
  ["fullNameArabic", "مريم Khalidi", false],
  ["fullNameArabic", "---", false],
  ["fullNameLatin", "Maryam ʿAbd al-Qādir O’Neill", true],
  ["fullNameLatin", "Şükrü Ñandú", true],
  ["fullNameLatin", "مريم", false],
  ["fullNameLatin", "Maryam 2", false],
  ["country", "PS", true],
  ["country", "XX", false],
  ["timeZone", "Asia/Jerusalem", true],
  ["timeZone", "UTC", true],
  ["timeZone", "Asia/Atlantis", false],
])("a profile's %s of %s is accepted: %s", (field, value, accepted) => {
  expect(profileSchema.safeParse({ ...profile, [field]: value }).success).toBe(accepted);
});

test("what is left out of a profile is forgotten", () => {
  expect(profileSchema.parse(profile)).toMatchObject({ fullNameArabic: null, country: null, timeZone: null });
});
