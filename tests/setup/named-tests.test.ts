import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";

const files = globSync("{app,bin,tests}/**/*.{test.ts,test.tsx,spec.ts}");

test.each(["docs/security.md", "docs/asvs.md"])("each test that %s relies on is there", (page) => {
  const named = [...readFileSync(page, "utf8").matchAll(/`([\w./-]+\.(?:test\.tsx?|spec\.ts))`/g)].map(
    ([, name = ""]) => name,
  );
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter(
    (name) => !files.some((file) => file === name || file.endsWith(`/${name}`) || basename(file) === name),
  );
  expect(missing).toEqual([]);
});

test("each requirement of levels 1 and 2 stands in docs/asvs.md once, with how it stands", () => {
  const rows = readFileSync("docs/asvs.md", "utf8")
    .split("\n")
    .filter((line) => /^\| \d/.test(line));
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  const unclear = cells.filter(
    ([, , level = "", , how = ""]) => !/^[12](, 2)?$/.test(level) || !/^(holds|in part|open|operator|none)\b/.test(how),
  );
  expect(unclear).toEqual([]);
  const numbers = cells.map(([, number = ""]) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.length).toBeGreaterThan(170);
});
