import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A secret of 256 bits kept in that file, readable by this user alone; made by the first who asks. */
export function keptSecret(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  try {
    // `wx` so that of several processes starting at once the first one's secret stands.
    writeFileSync(path, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(path, "utf8").trim();
}
