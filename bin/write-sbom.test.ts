import { execFile, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "#tests/factories/package.ts";

const run = promisify(execFile);
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

const bomSchema = z.looseObject({
  specVersion: z.string(),
  metadata: z.object({ component: z.object({ name: z.string(), version: z.string() }) }),
  components: z.array(
    z.object({ name: z.string(), version: z.string(), scope: z.string(), hashes: z.array(z.unknown()) }),
  ),
});

type Tree = { dependencies?: Record<string, Tree & { version?: string }> };

/** Every part that npm itself would install where nothing is built or tested. */
function runningParts(): string[] {
  const args = ["ls", "--all", "--omit", "dev", "--package-lock-only", "--json"];
  const tree: Tree = JSON.parse(execFileSync("npm", args, { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 }));
  const seen = new Set<string>();
  const walk = ({ dependencies = {} }: Tree) => {
    for (const [name, part] of Object.entries(dependencies)) {
      if (part.version) seen.add(`${name}@${part.version}`);
      walk(part);
    }
  };
  walk(tree);
  return [...seen];
}

/** What the standard itself says of a list of parts of that edition. */
function standardOf(edition: string) {
  const library = createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json");
  const read = (name: string) => z.looseObject({}).parse(readJson(join(dirname(library), "res/schema", name)));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of [
    "spdx.SNAPSHOT.schema.json",
    "jsf-0.82.SNAPSHOT.schema.json",
    "cryptography-defs.SNAPSHOT.schema.json",
  ])
    ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}`);
  return ajv.compile(read(`bom-${edition}.SNAPSHOT.schema.json`));
}

test("the list of parts is CycloneDX by the standard's own schema, and names each part that npm installs to run", async () => {
  const file = join(await temporaryFolder(), "sbom.json");
  await run(process.execPath, ["bin/write-sbom.ts", file]);
  const written = readJson(file);
  const bom = bomSchema.parse(written);
  const standard = standardOf(bom.specVersion);
  expect(standard(written), JSON.stringify(standard.errors?.slice(0, 3))).toBe(true);
  expect(standard({ ...bom, bomFormat: "Another" })).toBe(false);
  expect(bom.metadata.component.name).toBe("maqdis");

  const listed = bom.components.map(({ name, version }) => `${name}@${version}`);
  const running = runningParts();
  expect(running.length).toBeGreaterThan(500);
  expect(running.filter((part) => !listed.includes(part))).toEqual([]);
  expect(listed.filter((part) => part.startsWith("lighthouse@"))).toEqual([]);
  const required = bom.components.filter(({ scope }) => scope === "required");
  expect(required.filter(({ hashes }) => hashes.length === 0)).toEqual([]);
});
