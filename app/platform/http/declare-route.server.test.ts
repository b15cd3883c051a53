import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { pageRequest } from "#tests/factories/page-request.ts";
import { createPerson } from "#tests/factories/person.ts";
import { answerOf } from "#tests/security/act-as.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { declareAction, declareLoader } from "./declare-route.server.ts";

const database = openTestDatabase();
const act = ({ form }: { form: FormData }) => String(form.get("name")).length;
const action = declareAction({ access: "anyone", act });
const short = declareAction({ access: "anyone", limit: 200, act });

function send(
  body: BodyInit | undefined,
  { to = action, headers = {} }: { to?: typeof action; headers?: HeadersInit } = {},
) {
  const { args } = pageRequest({ db: database.db, path: "/en/courses" });
  const init = { method: "POST", body, headers, duplex: "half" };
  return to({ ...args, request: new Request(args.url, init) });
}

const formOf = (name: string) => {
  const form = new FormData();
  form.set("name", name);
  return form;
};

test("a form is given in either of its types", async () => {
  expect(await send(new URLSearchParams({ name: "مقدس" }))).toBe(4);
  expect(await send(formOf("مقدس"))).toBe(4);
});

test("what is no form is a bad request", async () => {
  for (const body of ["name=a", "{}", undefined]) {
    await expect(send(body, { headers: { "Content-Type": "text/plain" } })).rejects.toMatchObject({
      init: { status: 400 },
    });
  }
});

test("a form beyond the limit is refused, said to be so long or not, and is not read to its end", async () => {
  await expect(send(formOf("a".repeat(201)), { to: short })).rejects.toMatchObject({ init: { status: 413 } });
  await expect(send(formOf("a".repeat(5_000_000)))).rejects.toMatchObject({ init: { status: 413 } });
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(64).fill(97));
    },
  });
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  await expect(send(endless, { to: short, headers })).rejects.toMatchObject({ init: { status: 413 } });
  expect(sent).toBeLessThan(10);
});

test("staff may ask an action for what it declares, and for nothing else", async () => {
  const staff = declareAction({ access: "teaching", intents: ["save", "send"], act: () => "done" });
  const plain = declareAction({ access: "admin", act: () => "done" });
  const { actor } = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
  const asked = (to: unknown, form: Record<string, string>) =>
    answerOf(to, { db: database.db, actor, params: {}, path: "/", form });
  expect(await asked(staff, { intent: "send" })).toBe("done");
  expect(await asked(plain, { name: "x" })).toBe("done");
  const others: Record<string, string>[] = [{ intent: "remove" }, { name: "x" }, { intent: "" }];
  for (const form of others) expect(await asked(staff, form)).toMatchObject({ init: { status: 404 } });
  expect(await asked(plain, { intent: "remove" })).toMatchObject({ init: { status: 404 } });
});

test("a page that the router in the browser asks for is led on from as the page, not as the file of its data", async () => {
  const { args, web } = pageRequest({ db: database.db, path: "/en/learn" });
  const asked = { ...args, request: new Request("https://academy.example/en/learn.data?_routes=root") };
  const hidden = declareLoader({ access: "signedIn", load: () => "shown" });
  const thrown: unknown = await hidden(asked).catch((error: unknown) => error);
  expect(thrown instanceof Response && thrown.headers.get("Location")).toBe("/en/sign-in?next=%2Fen%2Flearn");
  const seen: string[] = [];
  web.findDetour = async ({ pathname }) => void seen.push(pathname);
  await declareLoader({ access: "anyone", load: () => "shown" })(asked);
  expect(seen).toEqual(["/en/learn"]);
});
