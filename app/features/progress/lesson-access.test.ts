import { expect, test } from "vitest";
import type { Person } from "#app/platform/access/actor.ts";
import { canReadLesson, type PlaceInCourse } from "./lesson-access.ts";

const now = new Date("2027-01-10T00:00:00Z");
const learner: Person = {
  id: "a",
  sessionId: "s",
  name: "Amina",
  email: "a@example.org",
  emailVerified: true,
  role: "learner",
  instructorId: null,
  twoFactorEnabled: false,
  locale: null,
  timeZone: null,
  calendar: "gregorian",
  digits: "automatic",
};
const admin: Person = { ...learner, role: "admin" };
const instructor: Person = { ...learner, instructorId: "i" };
const active = { state: "active" as const, startsAt: null, accessUntil: null };
const early = { state: "active" as const, startsAt: new Date("2027-02-01T00:00:00Z"), accessUntil: null };
const ended = { ...active, accessUntil: now };
const withdrawn = { state: "withdrawn" as const, startsAt: null, accessUntil: null };

const place = (overrides: Partial<PlaceInCourse> = {}, state: "published" | "draft" | "archived" = "published") => ({
  course: { state },
  enrolment: null,
  role: null,
  ...overrides,
});

test.each([
  ["a guest", null, place(), false, "signIn"],
  ["a guest, of a preview", null, place(), true, "preview"],
  ["a guest, of a preview in a draft", null, place({}, "draft"), true, "hidden"],
  ["a guest, of a preview in an archived course", null, place({}, "archived"), true, "hidden"],
  ["somebody without a place", learner, place(), false, "enrol"],
  ["somebody without a place, of a preview", learner, place(), true, "preview"],
  ["somebody without a place, in an archived course", learner, place({}, "archived"), false, "hidden"],
  ["a learner", learner, place({ enrolment: active }), false, "learn"],
  ["a learner whose course was archived", learner, place({ enrolment: active }, "archived"), false, "learn"],
  ["a learner whose course is a draft again", learner, place({ enrolment: active }, "draft"), false, "hidden"],
  ["a learner who withdrew", learner, place({ enrolment: withdrawn }), false, "enrol"],
  ["a learner before her cohort starts", learner, place({ enrolment: early }), false, "early"],
  ["a learner before her cohort starts, of a preview", learner, place({ enrolment: early }), true, "preview"],
  ["an assistant of the course", instructor, place({ role: "assistant" }), false, "teach"],
  [
    "an assistant of the course, while it is a draft",
    instructor,
    place({ role: "assistant" }, "draft"),
    false,
    "teach",
  ],
  ["an instructor of another course", instructor, place(), false, "enrol"],
  [
    "an instructor who also learns in the course",
    instructor,
    place({ enrolment: active, role: "owner" }),
    false,
    "learn",
  ],
  ["an admin", admin, place(), false, "teach"],
] as const)("%s", (_, actor, where, preview, expected) => {
  expect(canReadLesson(actor, where, { preview, wait: null, now })).toBe(expected);
});

test("on the day her cohort starts the lessons are hers", () => {
  const starting = place({ enrolment: { ...active, startsAt: now } });
  expect(canReadLesson(learner, starting, { preview: false, wait: null, now })).toBe("learn");
});

test.each([
  ["is closed to a learner", learner, place({ enrolment: active }), false, "later"],
  ["is open as a preview", learner, place({ enrolment: active }), true, "preview"],
  [
    "is open to who teaches the course and learns in it",
    instructor,
    place({ enrolment: active, role: "owner" }),
    false,
    "teach",
  ],
  ["opens after the cohort has begun", learner, place({ enrolment: early }), false, "early"],
] as const)("a lesson whose day has not come %s", (_, actor, where, preview, expected) => {
  expect(canReadLesson(actor, where, { preview, wait: "later", now })).toBe(expected);
});

test("a learner whose time is over reads previews only, whatever a lesson waits for", () => {
  const over = place({ enrolment: ended });
  expect(canReadLesson(learner, over, { preview: false, wait: "first", now })).toBe("ended");
  expect(canReadLesson(learner, over, { preview: true, wait: null, now })).toBe("preview");
  const moment = new Date(now.getTime() - 1);
  expect(canReadLesson(learner, over, { preview: false, wait: null, now: moment })).toBe("learn");
});
