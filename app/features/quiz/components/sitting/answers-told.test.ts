import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { installDeviceStore, simulateServer } from "#tests/factories/simulated-browser.ts";
import type { Answers } from "./open-answers.ts";

beforeEach(() => {
  if (!("indexedDB" in globalThis) || globalThis.indexedDB === undefined) installDeviceStore();
});

const shown = (tab: Answers, slot: number) => {
  const answer = tab.view().answers.get(slot);
  return [answer?.value, answer?.state];
};
const values = (edits: readonly { value: unknown }[]) => edits.map(({ value }) => value);
const until = (what: () => void | Promise<void>) => vi.waitFor(what, { timeout: 8_000, interval: 10 });

async function openTab(server: ReturnType<typeof simulateServer>, given?: Parameters<typeof server.openTab>[0]) {
  const tab = server.openTab(given);
  await tab.start();
  return tab;
}

describe("signed out", () => {
  test("everything is kept and she is told; signed in again, it is sent", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    server.line = "signIn";
    tab.edit(1, "a");
    expect(await tab.flush()).toBe(false);
    expect(tab.view()).toMatchObject({ signIn: true, unsaved: 1 });
    expect(values(await server.kept())).toEqual(["a"]);
    server.line = "up";
    tab.wake();
    await until(() => expect(tab.view()).toMatchObject({ signIn: false, unsaved: 0 }));
    tab.close();
  });

  test("another person on the same browser neither sees nor sends it", async () => {
    const server = simulateServer();
    server.line = "down";
    const hers = await openTab(server);
    hers.edit(1, "a");
    await hers.flush();
    const other = simulateServer({ ...server.owner, personId: randomUUID() });
    const tab = await openTab(other);
    expect(shown(tab, 1)).toEqual([undefined, undefined]);
    expect(other.received).toEqual([]);
    expect(values(await server.kept())).toEqual(["a"]);
    tab.close();
    hers.close();
  });
});

describe("what the server says of an answer is told", () => {
  test("late, submitted, refused", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    server.refuses = ({ slot }) => slot === 2;
    tab.edit(1, "a");
    tab.edit(2, "b");
    await tab.flush();
    expect([shown(tab, 1)[1], shown(tab, 2)[1]]).toEqual(["saved", "refused"]);
    server.late = true;
    tab.edit(1, "c");
    await tab.flush();
    expect(shown(tab, 1)).toEqual(["c", "late"]);
    expect(tab.view().ended).toBe(false);
    server.state = "submitted";
    tab.wake();
    await until(() => expect(tab.view().ended).toBe(true));
    tab.close();
  });

  test("no such attempt: everything stays kept", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    server.line = "gone";
    tab.edit(1, "a");
    expect(await tab.flush()).toBe(false);
    expect(tab.view()).toMatchObject({ gone: true, unsaved: 1 });
    expect(values(await server.kept())).toEqual(["a"]);
    tab.close();
  });

  test("one that it cannot read does not hold up the others", async () => {
    const server = simulateServer();
    server.unreadable = ({ slot }) => slot === 2;
    const tab = await openTab(server);
    for (const slot of [1, 2, 3]) tab.edit(slot, `${slot}`);
    await tab.flush();
    expect([1, 2, 3].map((slot) => shown(tab, slot)[1])).toEqual(["saved", "refused", "saved"]);
    expect(values(await server.kept())).toEqual(["2"]);
    tab.close();
  });
});
