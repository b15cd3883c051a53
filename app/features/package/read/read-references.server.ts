import { createHash } from "node:crypto";
import { z } from "zod";
import { type CslItem, cslItemSchema } from "#app/features/lesson/references/reference-schema.ts";
import type { LineOf } from "#app/platform/yaml/parse-yaml.ts";
import type { PackageFolder } from "./package-folder.server.ts";
import type { PackageProblem } from "./package-problem.ts";
import { readYaml } from "./read-yaml.ts";

export const REFERENCES_FILE = "references.json";
const REFERENCES_LIMIT = 8 * 1024 * 1024;

/** references.json: the works that a course's lessons cite, as CSL-JSON. */
export type PackagedReferences = {
  path: string;
  sha256: string;
  /** Without it the file is there and cannot be used. */
  read?: { value: CslItem[]; lineOf: LineOf };
};

const fileSchema = z
  .array(cslItemSchema)
  .max(5_000)
  .superRefine((items, context) => {
    const ids = items.map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) < index)
        context.addIssue({ code: "custom", path: [index, "id"], message: `"${id}" stands twice` });
    }
  })
  .transform((items) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1)));

/** Reads the bibliography of a course, `path` being its folder in the package, and says what is wrong in it. */
export async function readReferences(reading: {
  folder: PackageFolder;
  path: string;
  problems: PackageProblem[];
}): Promise<PackagedReferences | undefined> {
  const { folder, path, problems } = reading;
  if (!(await folder.list(path, "file")).includes(REFERENCES_FILE)) return undefined;
  const file = `${path}/${REFERENCES_FILE}`;
  const text = await folder.readText(file, REFERENCES_LIMIT);
  if (text === undefined) return undefined;
  // What is JSON is YAML, whose reader knows the lines.
  const read = readYaml({ text, file, schema: fileSchema, problems });
  const known = { path: REFERENCES_FILE, sha256: createHash("sha256").update(text).digest("hex") };
  return read ? { ...known, read } : known;
}
