import { afterEach, beforeEach, expect, vi } from "vitest";

// What a test does not expect on the console is a fault that nobody would otherwise see.
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
  vi.mocked(console.error).mockRestore();
});
