import { appendFile, chown, cp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { startEmbeddedPostgres } from "#app/platform/db/embedded.server.ts";

const stopped = z.object({ labelfile: z.string() });

/**
 * A streaming replica of a running server, made as PostgreSQL's manual has it for a backup by its low-level interface:
 * its folder is copied while it runs, and the copy is told whom to follow. Starts it.
 */
export async function startStreamingReplica(primary: { url: string; folder: string }, folder: string) {
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  await client.query("select pg_backup_start('replica', true)");
  await cp(primary.folder, folder, { recursive: true, filter: (source) => !source.endsWith("postmaster.pid") });
  const { labelfile } = stopped.parse((await client.query("select labelfile from pg_backup_stop()")).rows[0]);
  await client.end();
  const { port } = new URL(primary.url);
  await writeFile(join(folder, "backup_label"), labelfile);
  await writeFile(join(folder, "standby.signal"), "");
  const follow = `\nprimary_conninfo = 'host=127.0.0.1 port=${port} user=postgres'\n`;
  await appendFile(join(folder, "postgresql.auto.conf"), follow);
  await giveTo(folder, await stat(primary.folder));
  return startEmbeddedPostgres({ folder, settings: ["fsync=off"] });
}

/** PostgreSQL may run as another user, to whom its folder belongs. */
async function giveTo(folder: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  if (process.getuid?.() !== 0) return;
  for (const name of ["", ...(await readdir(folder, { recursive: true }))]) await chown(join(folder, name), uid, gid);
  await rm(join(folder, "server.log"), { force: true });
}
