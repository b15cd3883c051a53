import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Db } from "#app/platform/db/client.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";

/** How long a package that was looked at can be taken in. */
const KEPT_MS = 24 * 3_600_000;

const dropPackageJob = { name: "drop-package", payload: z.object({ key: z.string().startsWith("packages/") }) };

const keyOf = (personId: string, sha256: string) => `packages/${personId}/${sha256}.zip`;

/**
 * Keeps a package between looking at it and taking it in, for a day; the name that is answered is good for her alone
 * who brought it.
 */
export async function keepPackage(
  { db, personId, now }: { db: Db; personId: string; now: Date },
  zip: Uint8Array,
): Promise<string> {
  const sha256 = createHash("sha256").update(zip).digest("hex");
  const key = keyOf(personId, sha256);
  const folder = await mkdtemp(join(tmpdir(), "maqdis-package-"));
  try {
    const path = join(folder, "package.zip");
    await writeFile(path, zip);
    await largeFiles().put(key, { path, contentType: "application/zip" });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await addJob(db, dropPackageJob, { key }, { key: `drop-${key}`, runAt: new Date(now.getTime() + KEPT_MS) });
  return sha256;
}

/** A package that its person kept. Throws `packageGone` once its day is over. */
export async function findKeptPackage({ personId }: { personId: string }, sha256: string): Promise<Uint8Array> {
  const key = keyOf(personId, sha256);
  if (!(await largeFiles().find(key))) {
    throw new ExpectedError({ code: "packageGone", messageKey: "course-making:faults.packageGone", status: 422 });
  }
  return largeFiles().withPath(key, (path) => readFile(path));
}

/** Has the store forget a package that was taken in. */
export async function dropPackage({ personId }: { personId: string }, sha256: string): Promise<void> {
  await largeFiles().remove(keyOf(personId, sha256));
}

/** What does the job that keeping a package adds. */
export const dropPackageHandler: JobHandler = jobHandler(dropPackageJob, (_, { key }) => largeFiles().remove(key));
