import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** As many characters as a secret of the environment must have. */
const SHORTEST = 32;

/**
 * A secret of 256 bits kept in that file, readable by this user alone; made by the first who asks. One that was put
 * there stands. Throws for a file that holds less than a secret, as an interrupted copy leaves it.
 */
export function keptSecret(path: string): string {
  if (!existsSync(path)) makeSecret(path);
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length >= SHORTEST) return secret;
  throw new Error(
    `The secret in ${path} is damaged: it has fewer than ${SHORTEST} characters. ` +
      "Put it back from its backup, or delete the file so that a new one is made",
  );
}

/** The name appears with the whole secret behind it, or not at all; of several processes the first one's stands. */
function makeSecret(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    const file = openSync(draft, "wx", 0o600);
    try {
      writeSync(file, randomBytes(32).toString("base64url"));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
