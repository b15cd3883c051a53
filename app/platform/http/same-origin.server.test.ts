import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin.server.ts";

const post = (headers: Record<string, string>) =>
  isSameOrigin({ method: "POST", headers: { host: "maqdis.example", ...headers } });

test("reading is free from everywhere", () => {
  expect(isSameOrigin({ method: "GET", headers: { "sec-fetch-site": "cross-site" } })).toBe(true);
});

test("a form of another site is refused, by fetch metadata or by origin", () => {
  expect(post({ "sec-fetch-site": "cross-site" })).toBe(false);
  expect(post({ "sec-fetch-site": "same-site" })).toBe(false);
  expect(post({ origin: "https://evil.example" })).toBe(false);
  expect(post({ origin: "null" })).toBe(false);
  expect(post({ cookie: "maqdis.session_token=x" })).toBe(false);
});

test("our own pages may send", () => {
  expect(post({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(post({ origin: "https://maqdis.example" })).toBe(true);
});
