import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort, waitUntil } from "./academy-process.ts";
import { findTool, replaceAll } from "./debian-tools.ts";

const connects = async (connectionString: string) => {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
};

/**
 * PgBouncer before a database, with every setting of deploy/ but where things are. Undefined where it is not on this
 * machine. `folder` must be open to others: it does not run as root.
 */
export async function openPooler({ url, role, folder }: { url: string; role: string; folder: string }) {
  const tool = findTool("sbin/pgbouncer");
  if (!tool) return undefined;
  const port = await freePort();
  const { hostname, port: databasePort, pathname } = new URL(url);
  const password = "a password of the pooler's own";
  const [file, users] = [join(folder, "pgbouncer.ini"), join(folder, "userlist.txt")];
  writeFileSync(users, `"${role}" "${password}"\n`);
  writeFileSync(
    file,
    replaceAll(readFileSync("deploy/pgbouncer/pgbouncer.ini", "utf8"), [
      ["host=postgres port=5432 dbname=academy", `host=${hostname} port=${databasePort} dbname=${pathname.slice(1)}`],
      ["listen_addr = 0.0.0.0", "listen_addr = 127.0.0.1"],
      ["listen_port = 6432", `listen_port = ${port}`],
      ["auth_file = /tmp/userlist.txt", `auth_file = ${users}`],
    ]),
  );
  const asOther = process.getuid?.() === 0 ? ["-u", "postgres"] : [];
  const child = spawn(tool.command, [...tool.args, "-q", ...asOther, file], { stdio: ["ignore", "ignore", "inherit"] });
  const pooled = `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/academy`;
  await waitUntil(() => connects(pooled), 15_000);
  return {
    url: pooled,
    close: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}
