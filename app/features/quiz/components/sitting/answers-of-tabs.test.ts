import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { installDeviceStore, simulateServer } from "#tests/factories/simulated-browser.ts";
import { keyOf } from "./answer-edit.ts";
import { changeKept } from "./answer-store.ts";
import type { Answers } from "./open-answers.ts";

beforeEach(() => {
  if (!("indexedDB" in globalThis) || globalThis.indexedDB === undefined) installDeviceStore();
});

const shown = (tab: Answers, slot: number) => {
  const answer = tab.view().answers.get(slot);
  return [answer?.value, answer?.state];
};
const until = (what: () => void | Promise<void>) => vi.waitFor(what, { timeout: 8_000, interval: 10 });

async function openTab(server: ReturnType<typeof simulateServer>, given?: Parameters<typeof server.openTab>[0]) {
  const tab = server.openTab(given);
  await tab.start();
  return tab;
}

describe("another tab", () => {
  test("shows what this one answers, numbers its own past it, and knows when it is saved", async () => {
    const server = simulateServer();
    const [one, two] = [await openTab(server), await openTab(server)];
    one.edit(1, "a");
    await until(() => expect(shown(two, 1)[0]).toBe("a"));
    two.edit(1, "b");
    await until(() => expect(shown(one, 1)[0]).toBe("b"));
    await two.flush();
    await until(() =>
      expect([shown(one, 1), shown(two, 1)]).toEqual([
        ["b", "saved"],
        ["b", "saved"],
      ]),
    );
    const last = server.received.at(-1);
    expect(last).toMatchObject({ value: "b", sequence: 2 });
    one.close();
    two.close();
  });

  test("sends what a tab that is gone left", async () => {
    const server = simulateServer();
    server.line = "down";
    const dead = await openTab(server);
    dead.edit(1, "a");
    await dead.flush();
    server.line = "up";
    const tab = await openTab(server);
    expect(shown(tab, 1)).toEqual(["a", "saved"]);
    expect(await server.kept()).toEqual([]);
    tab.edit(1, "b");
    await tab.flush();
    expect(server.received.at(-1)).toMatchObject({ value: "b", sequence: 2 });
    tab.close();
    dead.close();
  });

  test("sends what it knows of another tab and is on the device no more, for nobody said what became of it", async () => {
    const server = simulateServer();
    server.line = "down";
    const dead = await openTab(server);
    dead.edit(1, "a");
    await dead.flush();
    const tab = await openTab(server);
    expect(tab.view().unsaved).toBe(1);
    await changeKept(server.owner, { keep: [], drop: (await server.kept()).map(keyOf) });
    server.line = "up";
    expect(await tab.flush()).toBe(true);
    expect(server.received.map(({ value }) => value)).toContain("a");
    expect(shown(tab, 1)).toEqual(["a", "saved"]);
    tab.close();
    dead.close();
  });

  test("of another attempt, begun later, sends it too", async () => {
    const server = simulateServer();
    server.line = "down";
    const dead = await openTab(server);
    dead.edit(1, "a");
    await dead.flush();
    server.line = "up";
    const next = simulateServer({ ...server.owner, attemptId: randomUUID() });
    const tab = await openTab(next);
    expect(next.requests.at(-1)).toMatchObject({ owner: server.owner, edits: [{ value: "a" }] });
    expect(await server.kept()).toEqual([]);
    tab.close();
    dead.close();
  });
});

describe("an answer made on another device", () => {
  test("is shown when it is the later, by its number", async () => {
    const server = simulateServer();
    const tab = await openTab(server, { answers: [{ slot: 1, sequence: 4, device: randomUUID(), value: "before" }] });
    expect(shown(tab, 1)).toEqual(["before", "saved"]);
    server.elsewhere.push({ slot: 1, sequence: 9, device: randomUUID(), value: "phone" });
    tab.wake();
    await until(() => expect(shown(tab, 1)).toEqual(["phone", "saved"]));
    tab.edit(1, "desk");
    await tab.flush();
    expect(server.received.at(-1)).toMatchObject({ value: "desk", sequence: 10 });
    expect(shown(tab, 1)).toEqual(["desk", "saved"]);
    tab.learn([{ slot: 1, sequence: 12, device: randomUUID(), value: "loaded" }]);
    expect(shown(tab, 1)).toEqual(["loaded", "saved"]);
    tab.close();
  });

  test("under the same number is shown where it is the one that stands, by the device's name as the server has it", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    tab.edit(1, "desk");
    await tab.flush();
    const [{ sequence } = { sequence: 0 }] = server.received;
    tab.learn([{ slot: 1, sequence, device: "00000000-0000-4000-8000-000000000000", value: "smaller" }]);
    expect(shown(tab, 1)).toEqual(["desk", "saved"]);
    tab.learn([{ slot: 1, sequence, device: "ffffffff-ffff-4fff-bfff-ffffffffffff", value: "greater" }]);
    expect(shown(tab, 1)).toEqual(["greater", "saved"]);
    tab.close();
  });
});

test("an edit made while the store is still being read comes after what it holds", async () => {
  const server = simulateServer();
  server.line = "down";
  const dead = await openTab(server);
  for (const text of ["a", "b", "c"]) {
    dead.edit(1, text);
    await dead.flush();
  }
  server.line = "up";
  const tab = server.openTab();
  const started = tab.start();
  tab.edit(1, "new");
  expect(shown(tab, 1)).toEqual(["new", "waiting"]);
  await started;
  await tab.flush();
  expect(shown(tab, 1)).toEqual(["new", "saved"]);
  expect(server.received.at(-1)).toMatchObject({ value: "new" });
  tab.close();
  dead.close();
});
