import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keptSecret } from "./kept-secret.server.ts";

const { beforeLink } = vi.hoisted(() => ({ beforeLink: vi.fn<(draft: string, path: string) => void>() }));
vi.mock(import("node:fs"), async (original) => {
  const fs = await original();
  const linkSync: typeof fs.linkSync = (draft, path) => {
    beforeLink(String(draft), String(path));
    fs.linkSync(draft, path);
  };
  return { ...fs, linkSync };
});

let folder = "";
const path = () => join(folder, "data", "secret");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "maqdis-secret-"));
  beforeLink.mockReset();
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a secret is made once, for this user alone, and nothing else is left beside it", () => {
  const secret = keptSecret(path());
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(keptSecret(path())).toBe(secret);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "data"))).toEqual(["secret"]);
});

test("the name does not appear before the whole secret is written", () => {
  beforeLink.mockImplementation((draft, name) => {
    expect(readFileSync(draft, "utf8")).toHaveLength(43);
    expect(statSync(name, { throwIfNoEntry: false })).toBeUndefined();
    throw new Error("The process was killed");
  });
  expect(() => keptSecret(path())).toThrow("killed");
  beforeLink.mockReset();
  expect(keptSecret(path())).toHaveLength(43);
});

test("the secret of another process that was first stands", () => {
  const first = "the secret of the process that was first";
  beforeLink.mockImplementation((_, name) => writeFileSync(name, first));
  expect(keptSecret(path())).toBe(first);
  expect(readdirSync(join(folder, "data"))).toEqual(["secret"]);
});

test("a secret that lies in the folder already stands, and an empty or cut one is refused and kept", () => {
  const file = join(folder, "secret");
  writeFileSync(file, `${"s".repeat(32)}\n`);
  expect(keptSecret(file)).toBe("s".repeat(32));
  for (const damaged of ["", "\n", "s".repeat(31)]) {
    writeFileSync(file, damaged);
    expect(() => keptSecret(file)).toThrow(file);
    expect(readFileSync(file, "utf8")).toBe(damaged);
  }
});
