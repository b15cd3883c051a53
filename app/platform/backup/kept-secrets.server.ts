import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dataDir, env } from "#app/platform/env/env.server.ts";
import { ArchiveRefused } from "./archive-format.ts";

const SECRETS = [
  { name: "auth-secret", variable: "AUTH_SECRET" },
  { name: "issuer-secret", variable: "ISSUER_SECRET" },
] as const;

function find({ name, variable }: (typeof SECRETS)[number]): string | undefined {
  const path = join(dataDir, name);
  return env[variable] ?? (existsSync(path) ? readFileSync(path, "utf8").trim() : undefined);
}

/** The secrets that this machine has, by the names of their files. */
export function findSecrets(): { name: string; secret: string }[] {
  return SECRETS.flatMap((one) => {
    const secret = find(one);
    return secret ? [{ name: one.name, secret }] : [];
  });
}

/** Puts a secret into the data folder, readable by this user alone. Throws where the machine has another. */
export async function putSecret(name: string, secret: string): Promise<void> {
  const known = SECRETS.find((one) => one.name === name);
  if (!known) return;
  const present = find(known);
  if (present === secret) return;
  const place = env[known.variable] ? known.variable : join(dataDir, name);
  if (present)
    throw new ArchiveRefused(
      `This machine has another secret in ${place}: take it away first, or restore without secrets`,
    );
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, name), secret, { mode: 0o600, flag: "wx", flush: true });
}
