import type { Pool } from "pg";
import { findPendingMigrations } from "#app/platform/db/migrate.server.ts";
import { findAuditGuard } from "#app/platform/db/serving-role.server.ts";
import type { Finding } from "./finding.ts";

/** The first major version that makes UUIDv7, which every table needs. */
const WANTED_VERSION = 18;
/** A job that may run and has not begun for so long waits for a worker that is not there. */
const WAITING_MINUTES = 10;

/** Examines the database, its migrations and its queue of jobs. Changes nothing. */
export async function examineDatabase(connections: Pool): Promise<Finding[]> {
  const part = "database";
  try {
    const { rows } = await connections.query<{ number: string; name: string }>(
      "select current_setting('server_version_num') as number, current_setting('server_version') as name",
    );
    const says = `PostgreSQL ${rows[0]?.name}`;
    if (Number(rows[0]?.number) < WANTED_VERSION * 10_000) {
      return [{ part, state: "broken", says: `${says}; ${WANTED_VERSION} is needed`, disables: "everything" }];
    }
    const migrations = await examineMigrations(connections);
    const jobs = migrations.state === "ok" ? [await examineJobs(connections), await examineAudit(connections)] : [];
    return [{ part, state: "ok", says }, migrations, ...jobs];
  } catch (error) {
    const says = `it does not answer: ${error instanceof Error ? error.message || error.name : "unknown"}`;
    return [{ part, state: "broken", says, disables: "everything" }];
  }
}

async function examineMigrations(connections: Pool): Promise<Finding> {
  const pending = await findPendingMigrations(connections);
  if (pending.length === 0) return { part: "migrations", state: "ok", says: "all applied" };
  const says = `pending: ${pending.join(", ")} (npm run academy -- migrate)`;
  return {
    part: "migrations",
    state: "broken",
    says,
    disables: "everything until they are applied; npm start applies them",
  };
}

/** Of the role that this connection has: where PostgreSQL is embedded the doctor is its owner, and who serves is not. */
async function examineAudit(connections: Pool): Promise<Finding> {
  const part = "audit log";
  const guard = await findAuditGuard(connections);
  if (guard === "rights") return { part, state: "ok", says: "this role has no right to change what is written in it" };
  if (guard === "triggers") {
    return { part, state: "ok", says: "triggers refuse changes; this role owns it (see DATABASE_OWNER_URL)" };
  }
  const disables = "the proof that nobody changed what was done";
  return { part, state: "broken", says: "the triggers that guard it are gone or switched off", disables };
}

async function examineJobs(connections: Pool): Promise<Finding> {
  const { rows } = await connections.query<{ waiting: number; dead: number }>(
    `select count(*) filter (where locked_at is null and attempts = 0
         and run_at < now() - make_interval(mins => $1))::int as waiting,
       count(*) filter (where attempts >= max_attempts)::int as dead
     from graphile_worker.jobs`,
    [WAITING_MINUTES],
  );
  const { waiting = 0, dead = 0 } = rows[0] ?? {};
  if (waiting === 0 && dead === 0) return { part: "jobs", state: "ok", says: "none waits, none was given up" };
  const says = `${waiting} wait for more than ${WAITING_MINUTES} minutes, ${dead} were given up`;
  return {
    part: "jobs",
    state: "broken",
    says,
    disables: "mail and other work that was asked for; admins see it at /admin",
  };
}
