import { expect, test, vi } from "vitest";
import { z } from "zod";
import type { Person } from "#app/platform/access/actor.ts";
import { contextOf } from "#tests/factories/context.ts";
import { pageRequest } from "#tests/factories/page-request.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { declareAction, declareBodyAction, declareLoader } from "./declare-route.server.ts";

vi.hoisted(() => {
  process.env.WRITES_PER_MINUTE = "10";
});

// No time passes, so that no bucket fills meanwhile.
vi.spyOn(performance, "now").mockReturnValue(1_000);

const database = openTestDatabase();
const save = declareAction({ access: "anyone", act: () => "done" });
const hear = declareBodyAction({ access: "anyone", act: () => "done" });
const look = declareLoader({ access: "anyone", load: () => "done" });

const refusalSchema = z.object({
  data: z.object({ code: z.string(), typed: z.array(z.tuple([z.string(), z.string()])).optional() }),
  init: z.object({ status: z.number(), headers: z.record(z.string(), z.string()) }),
});

type Sent = {
  to?: typeof save | typeof hear;
  path?: string;
  actor?: Person | null;
  address?: string;
  form?: URLSearchParams;
};

/** What came of it: `done`, or the refusal. */
async function send({ to = save, path = "/en/account/profile", actor = null, address, form }: Sent) {
  const { args, web } = pageRequest({ db: database.db, path, actor });
  web.address = address ?? "203.0.113.9";
  const headers = { Accept: "text/html,application/xhtml+xml" };
  const init = { method: "POST", body: form ?? new URLSearchParams({ name: "a" }), headers };
  return to({ ...args, request: new Request(args.url, init) }).catch((thrown: unknown) => refusalSchema.parse(thrown));
}

async function countDone(times: number, sent: Sent): Promise<number> {
  let done = 0;
  for (let i = 0; i < times; i += 1) if ((await send(sent)) === "done") done += 1;
  return done;
}

const personOf = async () => contextOf(database.db, await createPerson(database.db)).actor;

test("who sends beyond all measure is told when to come again, and others are not", async () => {
  const [hasty, other] = [await personOf(), await personOf()];
  expect(await countDone(20, { actor: hasty })).toBe(10);
  expect(await send({ actor: hasty })).toMatchObject({
    data: { code: "tooMany" },
    init: { status: 429, headers: { "Retry-After": "6" } },
  });
  expect(await send({ actor: hasty, to: hear })).toMatchObject({ init: { status: 429 } });
  expect(await send({ actor: other })).toBe("done");
});

test("what was typed comes back with the refusal, but for passwords and codes", async () => {
  const actor = await personOf();
  await countDone(10, { actor });
  const form = new URLSearchParams([
    ["names", "آمنة"],
    ["tag", "one"],
    ["tag", "two"],
    ["currentPassword", "a gate of seven arches"],
    ["code", "123456"],
  ]);
  const kept = [
    ["names", "آمنة"],
    ["tag", "one"],
    ["tag", "two"],
  ];
  expect(await send({ actor, form })).toMatchObject({ data: { typed: kept } });
});

test("guests are counted by their address, ten times as widely, and a class behind one is not held up", async () => {
  expect(await countDone(130, { address: "198.51.100.7" })).toBe(100);
  expect(await send({ address: "198.51.100.8" })).toBe("done");
  const learners = await Promise.all(Array.from({ length: 30 }, personOf));
  for (const actor of learners) expect(await countDone(5, { actor, address: "198.51.100.7" })).toBe(5);
});

test("one person is counted wherever she sends from, and a /64 of IPv6 is one address", async () => {
  const actor = await personOf();
  let done = 0;
  for (let i = 0; i < 20; i += 1) done += await countDone(1, { actor, address: `192.0.2.${i}` });
  expect(done).toBe(10);
  const inOneNetwork = await Promise.all(Array.from({ length: 130 }, (_, i) => send({ address: `2001:db8::${i}` })));
  expect(inOneNetwork.filter((answer) => answer === "done")).toHaveLength(100);
});

test("those who prove themselves by a signature may send many at once, up to what any address may", async () => {
  const hook: Sent = { to: hear, path: "/webhooks/stripe", address: "198.51.100.9" };
  expect(await countDone(300, hook)).toBe(300);
});

test("looking is not counted", async () => {
  const actor = await personOf();
  for (let i = 0; i < 30; i += 1) {
    const { args } = pageRequest({ db: database.db, path: "/en/learn", actor });
    expect(await look(args)).toBe("done");
  }
  expect(await send({ actor })).toBe("done");
});
