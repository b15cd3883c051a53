import { expect, test } from "vitest";
import { clearNotice, readNotice, redirectWithNotice } from "./notice.server.ts";

const cookieOf = (response: Response) => (response.headers.get("Set-Cookie") ?? "").split(";")[0];

test("a notice comes back whole, with its values, and is then forgotten", () => {
  const response = redirectWithNotice("/learn", "enrolment:done", { course: "القدس; عبر" });
  expect(response.headers.get("Location")).toBe("/learn");
  const cookie = cookieOf(response);
  expect(readNotice(cookie)).toBe('enrolment:done|{"course":"القدس; عبر"}');
  const headers = new Headers();
  clearNotice(cookie, headers);
  expect(headers.get("Set-Cookie")).toContain("Max-Age=0");
});

test.each([
  "",
  "maqdis.notice=hello",
  "maqdis.notice=%E0%A4%A",
  `maqdis.notice=${encodeURIComponent("ui:name|{broken}")}`,
  `maqdis.notice=${encodeURIComponent("ui:name<script>")}`,
])("what is no notice is not shown: %s", (cookie) => {
  expect(readNotice(cookie)).toBeUndefined();
});

test("nothing is forgotten where there was nothing", () => {
  const headers = new Headers();
  clearNotice("other=1", headers);
  expect(headers.has("Set-Cookie")).toBe(false);
});
