import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { pageRequest } from "#tests/factories/page-request.ts";
import { createPerson, createSession } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { createRequestContext } from "./create-context.server.ts";
import { declareJsonAction } from "./declare-json-action.server.ts";
import { declareAction } from "./declare-route.server.ts";
import { answerActionsDirectly } from "./direct-actions.server.ts";

const database = openTestDatabase();
let origin = "";
let close = () => {};

const actions = {
  "/form": declareAction({
    access: "signedIn",
    act: ({ form, ctx }) => ({ name: form.get("name"), id: ctx.actor?.id }),
  }),
  "/json": declareJsonAction({ access: "anyone", body: z.array(z.number()), act: ({ body }) => Response.json(body) }),
  "/nothing": declareAction({ access: "anyone", act: () => new Response(null, { status: 204 }) }),
  "/cookie": declareAction({
    access: "anyone",
    act: ({ web }) => {
      web.responseHeaders.append("Set-Cookie", "a=1");
      web.responseHeaders.append("Set-Cookie", "b=2");
      return new Response(null, { status: 204 });
    },
  }),
  "/hidden": declareAction({
    access: "anyone",
    act: () => {
      throw notFound();
    },
  }),
  "/broken": declareAction({
    access: "anyone",
    act: () => {
      throw new Error("broken");
    },
  }),
};

beforeAll(async () => {
  setDatabaseUrl(database.url);
  const app = express();
  answerActionsDirectly(app, actions, (request) =>
    createRequestContext({ request, findDetour: async () => undefined }),
  );
  app.use((_request, response) => void response.status(299).send("the router's"));
  const server = app.listen(0);
  const { port }: AddressInfo = Object(server.address());
  origin = `http://localhost:${port}`;
  close = () => void server.close();
});
afterAll(() => close());

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { method: "POST", body, headers, redirect: "manual" });

test("an action is given the form and who sent it, and a guest is sent to sign in", async () => {
  const person = await createPerson(database.db);
  const { cookie } = await createSession(database.db, person.id);
  const form = new URLSearchParams({ name: "مقدس" });
  const answer = await post("/form", form, { cookie, origin });
  expect([answer.status, await answer.json()]).toEqual([200, { name: "مقدس", id: person.id }]);
  expect(answer.headers.get("Cache-Control")).toBe("private, no-cache");
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  const guest = await post("/form", form);
  expect([guest.status, guest.headers.get("Location")]).toEqual([302, "/sign-in?next=%2Fform"]);
});

test("JSON goes in and out, and what is no such JSON is a bad request", async () => {
  expect(await (await post("/json", "[1,2]")).json()).toEqual([1, 2]);
  const bad = await post("/json", '["1"]');
  expect([bad.status, await bad.json()]).toMatchObject([400, { code: "badRequest" }]);
});

test("answers without a body, expected errors and all cookies come through", async () => {
  expect((await post("/nothing", new URLSearchParams())).status).toBe(204);
  expect((await post("/cookie", new URLSearchParams())).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  const hidden = await post("/hidden", new URLSearchParams());
  expect([hidden.status, await hidden.json()]).toMatchObject([404, { code: "notFound" }]);
});

test("what nobody expected says nothing of itself", async () => {
  const broken = await post("/broken", new URLSearchParams());
  expect([broken.status, await broken.json()]).toEqual([500, { code: "unexpected" }]);
});

test("another site may send nothing in a person's name", async () => {
  expect((await post("/json", "[1]", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await post("/json", "[1]", { cookie: "a=1", origin: "https://elsewhere.example" })).status).toBe(403);
});

test("long bodies, those that do not say how long they are, and other methods are left to the router", async () => {
  expect((await post("/json", JSON.stringify(Array.from({ length: 40_000 }, () => 1)))).status).toBe(299);
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("[1]"));
      controller.close();
    },
  });
  const init = { method: "POST", body: stream, duplex: "half" };
  expect((await fetch(`${origin}/json`, init)).status).toBe(299);
  expect((await fetch(`${origin}/json`)).status).toBe(299);
});

test("a declared action is the same to the router", async () => {
  const { args } = pageRequest({ db: database.db, path: "/json" });
  const answer = await actions["/json"]({ ...args, request: new Request(args.url, { method: "POST", body: "[3]" }) });
  expect(await answer.json()).toEqual([3]);
});
