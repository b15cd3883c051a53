import { expect, test } from "vitest";
import type { Person } from "#app/platform/access/actor.ts";
import { decideDetour } from "./second-factor-policy.ts";

const learner: Person = {
  id: "1",
  sessionId: "1",
  name: "A",
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
const instructor = { ...learner, instructorId: "2" };
const admin: Person = { ...learner, role: "admin" };
const on = { staffSecondFactor: true };

test.each([admin, instructor])("staff without a second factor are led to set it up wherever they go", (actor) => {
  for (const pathname of ["/", "/en/learn", "/teach", "/admin/settings", "/account/profile", "/account/securityx"]) {
    expect(decideDetour({ actor, pathname, settings: on })).toBe("/account/security");
  }
});

test("on the way there, and out, nobody is held up", () => {
  for (const pathname of ["/account/security", "/ar/account/security/second-factor", "/en/sign-out", "/resources/x"]) {
    expect(decideDetour({ actor: admin, pathname, settings: on })).toBeUndefined();
  }
});

test("guests, learners, staff with a second factor, and everybody while it is not demanded go straight on", () => {
  const free = [null, learner, { ...admin, twoFactorEnabled: true }];
  for (const actor of free) expect(decideDetour({ actor, pathname: "/", settings: on })).toBeUndefined();
  expect(decideDetour({ actor: admin, pathname: "/", settings: { staffSecondFactor: false } })).toBeUndefined();
});
