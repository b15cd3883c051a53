import { expect, test } from "vitest";
import { localTimeOf, momentOf } from "#app/platform/clock/local-time.ts";
import { rulesFormSchema } from "./rules-form.ts";

const fields = {
  ...{ before: "x", timeZone: "Asia/Jerusalem", counts: "best", passPercent: 60, completesOn: "passing" },
  graceSeconds: 60,
};

const problemsOf = (more: object) =>
  rulesFormSchema.safeParse({ ...fields, ...more }).error?.issues.map(({ path, message }) => [path.join("."), message]);

test("what clocks show in a zone is a moment, and back, in summer and in winter", () => {
  expect(momentOf("2027-01-18T09:30", "Asia/Jerusalem")).toBe("2027-01-18T07:30:00.000Z");
  expect(momentOf("2027-07-18T09:30", "Asia/Jerusalem")).toBe("2027-07-18T06:30:00.000Z");
  expect(localTimeOf("2027-07-18T06:30:00.000Z", "Asia/Jerusalem")).toBe("2027-07-18T09:30");
  expect(momentOf("2027-02-30T09:30", "UTC")).toBeNull();
  expect(momentOf("tomorrow", "UTC")).toBeNull();
});

test("fields left empty are no limits", () => {
  const parsed = rulesFormSchema.parse(fields);
  expect(parsed.rules).toMatchObject({ minutes: null, attempts: null, opensAt: null, closesAt: null, password: null });
  expect(parsed.rules).toMatchObject({ shuffleChoices: false, revealAfterSubmitting: [] });
});

test("the window is stored in UTC and the password as it was written", () => {
  const { rules } = rulesFormSchema.parse({ ...fields, opensAt: "2027-07-18T09:30", entryPassword: "olive" });
  expect(rules).toMatchObject({ opensAt: "2027-07-18T06:30:00.000Z", closesAt: null, password: "olive" });
});

test("what the rules refuse is told at its field", () => {
  expect(problemsOf({ opensAt: "2027-07-18T09:30", closesAt: "2027-07-18T09:00" })).toEqual([
    ["closesAt", "quiz:errors.closesBeforeItOpens"],
  ]);
  expect(problemsOf({ noGoingBack: true })).toEqual([["noGoingBack", "quiz:errors.noGoingBackNeedsOneAtATime"]]);
  expect(problemsOf({ closesAt: "2027-02-30T09:00" })).toEqual([["closesAt", "form:invalid"]]);
  expect(problemsOf({ timeZone: "Asia/Atlantis" })?.[0]?.[0]).toBe("timeZone");
});
