import { expect, test } from "vitest";
import { toPageError } from "./page-error.ts";

const answer = (status: number, data: unknown) => ({ status, statusText: "", internal: false, data });

test("an error's own message is told, with its values", () => {
  const body = { code: "full", messageKey: "enrolment:errors.full", values: { seats: 10 } };
  expect(toPageError(answer(409, body))).toEqual({
    kind: "refused",
    status: 409,
    message: 'enrolment:errors.full|{"seats":10}',
  });
});

test.each([
  [403, "forbidden"],
  [404, "notFound"],
  [410, "gone"],
  [429, "tooMany"],
  [500, "failed"],
  [503, "away"],
])("status %i without a message is told as %s", (status, kind) => {
  expect(toPageError(answer(status, "secret"))).toEqual({ kind, status, message: `error:${kind}.text` });
});

test("an unknown error tells nothing of itself", () => {
  expect(toPageError(new Error("password of the database"))).toEqual({
    kind: "failed",
    status: 500,
    message: "error:failed.text",
  });
});

test("a request that failed without a network says so", () => {
  expect(toPageError(new TypeError("Failed to fetch"), false).kind).toBe("offline");
});
