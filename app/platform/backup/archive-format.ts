import { z } from "zod";

/** Of the archive, not of the academy: another number where the present code could not read it. */
export const FORMAT = 1;

/** The first entry; the last one says what must have come between. */
export const HEADER = "academy.json";
export const MANIFEST = "manifest.json";
/** The name under which the jobs that wait stand among the tables. */
export const JOBS = "jobs";

const SHA256 = /^[0-9a-f]{64}$/;
/** Keys of large files, none of which leads out of its folder. */
const KEY = /^(?!.*(^|\/)\.\.?(\/|$))[\w.-]+(\/[\w.-]+)*$/;

export const headerSchema = z.object({
  format: z.int(),
  /** The version of the academy that wrote it. */
  academy: z.string(),
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  /** Those applied, in their order. */
  migrations: z.array(z.string()),
  /** The columns of each table, in the order in which rows have them; what the database works out itself is left out. */
  tables: z.record(z.string(), z.array(z.string())),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  withFiles: z.boolean(),
});
export type ArchiveHeader = z.infer<typeof headerSchema>;

const countedSchema = z.object({ count: z.int(), bytes: z.int(), sha256: z.string() });

export const manifestSchema = z.object({
  /** The SHA-256 is of the rows as COPY writes them. */
  tables: z.record(z.string(), z.object({ rows: z.int(), bytes: z.int(), sha256: z.string() })),
  /** Files named by their SHA-256; that of all of them is of their names, a line each. */
  objects: countedSchema,
  /** Large files; the SHA-256 of all of them is of their keys and their own, a line each. */
  large: countedSchema,
});
export type ArchiveManifest = z.infer<typeof manifestSchema>;

/** What an entry's name says it is. Undefined for a name that no archive of ours has. */
export function readEntryName(name: string) {
  if (name === HEADER) return { kind: "header" as const };
  if (name === MANIFEST) return { kind: "manifest" as const };
  const [folder = "", ...rest] = name.split("/");
  const path = rest.join("/");
  if (folder === "tables" && /^\w+\/\d+\.copy\.gz$/.test(path)) return { kind: "rows" as const, table: rest[0] ?? "" };
  if (folder === "objects" && SHA256.test(path)) return { kind: "object" as const, sha256: path };
  if (folder === "large" && KEY.test(path)) return { kind: "large" as const, key: path };
  if (folder === "secrets" && /^[\w-]+$/.test(path)) return { kind: "secret" as const, secret: path };
  return undefined;
}

/** What is wrong with an archive, in words for who runs the machine. */
export class ArchiveRefused extends Error {}
