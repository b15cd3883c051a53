import { afterEach, expect, test, vi } from "vitest";
import { askNow, DID_DOCUMENT, fetchEvidence, MOST_KEPT, statusListAddress } from "./evidence.ts";

afterEach(() => vi.unstubAllGlobals());

/** What a browser keeps, in the order in which it was put there. */
function keepIn(kept: Map<string, Response>) {
  const addressOf = (asked: string | { url: string }) => (typeof asked === "string" ? asked : asked.url);
  const cache = {
    keys: async () => [...kept.keys()].map((url) => ({ url })),
    match: async (asked: string) => kept.get(asked),
    delete: async (asked: string | { url: string }) => kept.delete(addressOf(asked)),
    put: async (path: string, answer: Response) => {
      kept.delete(path);
      kept.set(path, answer);
    },
  };
  vi.stubGlobal("caches", { open: async () => cache });
}

test("the device keeps the newest of so many lists and no more, and the keys for ever", async () => {
  const kept = new Map<string, Response>();
  keepIn(kept);
  vi.stubGlobal("fetch", async () => new Response("A text"));
  await fetchEvidence(DID_DOCUMENT);
  for (let list = 0; list < MOST_KEPT + 3; list += 1) await fetchEvidence(statusListAddress(list));
  expect(kept.size).toBe(MOST_KEPT + 1);
  expect(kept.has(DID_DOCUMENT)).toBe(true);
  expect([2, 3, MOST_KEPT + 2].map((list) => kept.has(statusListAddress(list)))).toEqual([false, true, true]);
});

test("what is the same for everybody is asked for without saying who asks", async () => {
  const asked: [string, RequestCredentials | undefined][] = [];
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    asked.push([path, init?.credentials]);
    return new Response("A text");
  });
  await fetchEvidence(statusListAddress(0));
  // Who hides her names still sees her own credential checked.
  await askNow("/certificates/A/credential.json");
  expect(asked).toEqual([
    ["/credentials/status/0", "omit"],
    ["/certificates/A/credential.json", "same-origin"],
  ]);
});
