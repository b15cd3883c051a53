import { setTimeout as sleep } from "node:timers/promises";
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

describe("an edit", () => {
  test("stands on the device before it is sent, and is let go when the server has it", async () => {
    const server = simulateServer();
    let keptWhenSent: unknown[] = [];
    const tab = await openTab(server, {
      send: async (owner, batch) => {
        if (batch.edits.length > 0) keptWhenSent = values(await server.kept());
        return server.send(owner, batch);
      },
    });
    tab.edit(1, "a");
    expect(shown(tab, 1)).toEqual(["a", "waiting"]);
    expect(await tab.flush()).toBe(true);
    expect(keptWhenSent).toEqual(["a"]);
    expect(shown(tab, 1)).toEqual(["a", "saved"]);
    await until(async () => expect(await server.kept()).toEqual([]));
    tab.close();
  });

  test("is sent by itself soon after the last key, not at every key", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    for (const text of ["o", "on", "one"]) {
      tab.edit(1, { text });
      await sleep(60);
    }
    await until(() => expect(shown(tab, 1)[1]).toBe("saved"));
    expect(values(server.received)).toEqual([{ text: "one" }]);
    tab.close();
  });

  test("is sent while somebody types on and on", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    const begun = Date.now();
    while (server.received.length === 0 && Date.now() - begun < 7_000) {
      tab.edit(1, { text: String(Date.now()) });
      await sleep(100);
    }
    expect(server.received.length).toBeGreaterThan(0);
    tab.close();
  });

  test("of a tab that is killed while somebody types is kept up to its last half second", async () => {
    const server = simulateServer();
    server.line = "down";
    const tab = await openTab(server);
    let text = "";
    for (let letter = 0; letter < 12; letter += 1) {
      text += "ا";
      tab.edit(1, { text });
      await sleep(50);
    }
    const kept = await server.kept();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept[0]?.value).length).toBeGreaterThan(JSON.stringify({ text: "" }).length + 2);
    await sleep(500);
    server.line = "up";
    const next = await openTab(server);
    expect(shown(next, 1)).toEqual([{ text }, "saved"]);
    next.close();
    tab.close();
  });

  test("of two hundred thousand letters is kept and sent, by itself", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    const text = "ق".repeat(200_000);
    tab.edit(1, { text });
    tab.edit(2, "b");
    tab.edit(3, { text });
    expect(await tab.flush()).toBe(true);
    expect(values(server.received)).toEqual([{ text }, "b", { text }]);
    expect(server.requests.filter(({ edits }) => edits.length > 0)).toHaveLength(3);
    tab.close();
  });

  test("loses the characters that no database keeps, and no other", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    tab.edit(1, { text: "a\0b \ud83d \\u0000 \u{1f54c}" });
    expect(shown(tab, 1)[0]).toEqual({ text: "ab \ufffd \\u0000 \u{1f54c}" });
    tab.close();
  });
});

describe("on a dead line", () => {
  test("she goes on answering, sees what is unsaved, and all is sent in order when the line is back", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    server.line = "down";
    tab.edit(2, "b");
    tab.edit(1, "a");
    tab.edit(3, "c");
    expect(await tab.flush()).toBe(false);
    expect(tab.view()).toMatchObject({ line: "down", unsaved: 3 });
    server.line = "up";
    tab.wake();
    await until(() => expect(tab.view()).toMatchObject({ line: "up", unsaved: 0 }));
    expect(server.received.map(({ slot, sequence }) => [slot, sequence])).toEqual([
      [2, 1],
      [1, 2],
      [3, 3],
    ]);
    tab.close();
  });

  test("it is tried again by itself", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    server.line = "down";
    tab.edit(1, "a");
    expect(await tab.flush()).toBe(false);
    server.line = "up";
    await until(() => expect(tab.view()).toMatchObject({ line: "up", unsaved: 0 }));
    tab.close();
  });

  test("what the server has and did not come to say is sent again under the same number", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    server.line = "deaf";
    tab.edit(1, "a");
    await tab.flush();
    server.line = "up";
    expect(await tab.flush()).toBe(true);
    expect(new Set(server.received.map(({ slot, sequence, device }) => `${slot} ${sequence} ${device}`)).size).toBe(1);
    expect(server.received).toHaveLength(2);
    tab.close();
  });

  test("an answer made in time is not replaced by one that was made too late", async () => {
    const server = simulateServer();
    let time = 1_000;
    const tab = await openTab(server, { deadlineAt: 2_000, now: () => time });
    server.line = "down";
    tab.edit(1, "early");
    tab.edit(1, "in time");
    time = 2_001;
    tab.edit(1, "too late");
    server.line = "up";
    await tab.flush();
    expect(values(server.received)).toEqual(["in time", "too late"]);
    tab.close();
  });

  test("a browser that keeps nothing says so, and what can be sent is sent", async () => {
    const server = simulateServer();
    vi.stubGlobal("indexedDB", {
      open: () => {
        throw new DOMException("Not in a private window", "SecurityError");
      },
    });
    const { openAnswers } = await freshModules();
    const tab = openAnswers({
      ...{ owner: server.owner, answers: [], madeAt: 0, deadlineAt: null, now: Date.now, send: server.send },
    });
    await tab.start();
    tab.edit(1, "a");
    expect(await tab.flush()).toBe(true);
    expect(tab.view()).toMatchObject({ kept: false, unsaved: 0 });
    tab.close();
    vi.unstubAllGlobals();
  });
});

async function freshModules() {
  vi.resetModules();
  return import("./open-answers.ts");
}

describe("a page that is left", () => {
  test("sends what a browser still takes of it, and keeps the rest", async () => {
    const server = simulateServer();
    const tab = await openTab(server);
    const text = "ق".repeat(40_000);
    tab.edit(1, "a");
    tab.edit(2, { text });
    tab.edit(3, "c");
    tab.leave();
    await until(() => expect(server.requests.at(-1)).toMatchObject({ leaving: true }));
    expect(values(server.requests.at(-1)?.edits ?? [])).toEqual(["a", "c"]);
    await until(async () => expect(values(await server.kept())).toEqual([{ text }]));
    tab.close();
  });

  test("sends what was edited before the device's store was even read", async () => {
    const server = simulateServer();
    const tab = server.openTab();
    tab.edit(1, "a");
    tab.leave();
    await until(() => expect(values(server.received)).toEqual(["a"]));
    tab.close();
  });
});
