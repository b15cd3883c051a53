import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { questionTypes } from "./registry.ts";

test("every folder of question types is in the registry, by its own name", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...questionTypes.keys()].sort()).toEqual(folders.map(({ name }) => name).sort());
  for (const [name, type] of questionTypes) expect(type.name).toBe(name);
});
