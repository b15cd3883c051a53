import { expect, test } from "vitest";
import { isDatabaseAway, toThrowable } from "./to-response.server.ts";

test.each([
  "the database system is starting up",
  "the database system is shutting down",
  "the database system is not yet accepting connections",
  "the database system is in recovery mode",
  "Connection terminated unexpectedly",
])("a database of which it is heard «%s» is away, and comes back", (words) => {
  // As Prisma says it, with a code of its own.
  const error = Object.assign(new Error(`Database error. Code: \`57P03\`. Message: \`${words}\``), { code: "P2039" });
  expect(isDatabaseAway(error)).toBe(true);
  expect(toThrowable(error)).toMatchObject({ init: { status: 503, headers: { "Retry-After": "5" } } });
});

test("another failure is none of the database's being away", () => {
  const error = new Error('duplicate key value violates unique constraint "User_email_key"');
  expect(isDatabaseAway(error)).toBe(false);
  expect(toThrowable(error)).toBe(error);
});
