import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { systemClock } from "#app/platform/clock/clock.ts";
import { requestContext } from "#app/platform/http/request-context.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { plainSite } from "#app/platform/site/site-schema.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { action } from "./preferences.ts";

const database = openTestDatabase();

async function choose(form: Record<string, string>): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(requestContext, {
    requestId: "1",
    nonce: "n",
    locale: "ar",
    urlLocale: undefined,
    site: plainSite,
    db: database.db,
    clock: systemClock,
    log,
    address: "127.0.0.1",
    loadActor: async () => null,
    findDetour: async () => undefined,
    responseHeaders: new Headers(),
    isDocument: true,
    texts: new Map(),
    sameForGuests: false,
  });
  const url = new URL("http://localhost/preferences");
  const request = new Request(url, { method: "POST", body: new URLSearchParams(form) });
  return action({ request, url, pattern: "/preferences", params: {}, context });
}

test("a theme is kept, and the page comes back", async () => {
  const answer = await choose({ theme: "dark", next: "/en/courses?level=beginner" });
  expect(answer.headers.get("Location")).toBe("/en/courses?level=beginner");
  expect(answer.headers.get("Set-Cookie")).toMatch(/^maqdis\.theme=dark; Path=\/; Max-Age=31536000; HttpOnly/);
});

test("following the system forgets the theme", async () => {
  const answer = await choose({ theme: "system", next: "/" });
  expect(answer.headers.get("Set-Cookie")).toMatch(/^maqdis\.theme=; Path=\/; Max-Age=0/);
});

test("a language is kept, and the page comes back in it", async () => {
  const answer = await choose({ locale: "fr", next: "/en/courses" });
  expect(answer.headers.get("Location")).toBe("/fr/courses");
  expect(answer.headers.get("Set-Cookie")).toMatch(/^maqdis\.locale=fr;/);
});

test.each([
  "//elsewhere.example",
  "/\\elsewhere.example",
  "https://elsewhere.example",
  "javascript:alert(1)",
  "/\t/elsewhere.example",
  "/en//elsewhere.example",
])("nobody is led away from the academy: %s", async (next) => {
  expect((await choose({ theme: "dark", next })).headers.get("Location")).toBe("/");
});

test("what is no theme and no language does not exist", async () => {
  await expect(choose({ theme: "pink" })).rejects.toMatchObject({ init: { status: 404 } });
  await expect(choose({ locale: "xx" })).rejects.toMatchObject({ init: { status: 404 } });
});
