import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepTrying } from "./lazy-part.tsx";

const reload = vi.fn();
const reached = vi.fn<() => boolean>();

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockReset();
  reached.mockReset().mockReturnValue(true);
  const kept = new Map<string, string>();
  vi.stubGlobal("window", Object.assign(new EventTarget(), { location: { reload } }));
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
  vi.stubGlobal("fetch", async () => {
    if (!reached()) throw new TypeError("Failed to fetch");
    return new Response("");
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An import that fails so many times, and then brings something. */
function failing(times: number) {
  let left = times;
  return vi.fn(async () => {
    left -= 1;
    if (left >= 0) throw new TypeError("Failed to fetch dynamically imported module");
    return "part";
  });
}

test("a part that a dead line held back is asked for again once the server is reached, and not before", async () => {
  reached.mockReturnValueOnce(false).mockReturnValueOnce(false);
  const load = failing(1);
  const brought = keepTrying(load);
  await vi.advanceTimersByTimeAsync(500 + 1_000);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2_000);
  await expect(brought).resolves.toBe("part");
  expect(reload).not.toHaveBeenCalled();
});

test("when the browser hears that the line is back, a part is asked for at once", async () => {
  const brought = keepTrying(failing(1));
  await vi.advanceTimersByTimeAsync(1);
  window.dispatchEvent(new Event("online"));
  await expect(brought).resolves.toBe("part");
});

test("a browser that remembers the failure loads the page again, and does not do so over and over", async () => {
  void keepTrying(failing(Number.POSITIVE_INFINITY));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(reload).toHaveBeenCalledTimes(1);
});

test("on the server what cannot be loaded is an error", async () => {
  vi.unstubAllGlobals();
  await expect(keepTrying(failing(1))).rejects.toThrow(TypeError);
});
