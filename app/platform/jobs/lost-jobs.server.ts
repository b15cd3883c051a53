import pg from "pg";

/** The first key of the locks by which runners of jobs show that they live; the second is made of the runner's name. */
const LIFE = 7_211;
/** A runner shows that it lives as it begins; so long its jobs are its own in any case. */
const YOUNG_MS = 10_000;

/**
 * One connection whose locks say which runners of this process live: PostgreSQL lets go of them with the process,
 * however it ends. `hold` takes those that are not held, also after the connection was lost.
 */
export function showLife(connections: pg.Pool) {
  const runners = new Set<string>();
  let held: { client: pg.Client; names: Set<string> } | undefined;
  let holding = Promise.resolve();

  const connect = async () => {
    const client = new pg.Client({ ...connections.options, keepAlive: true });
    const next = { client, names: new Set<string>() };
    client.on("error", () => undefined);
    client.on("end", () => {
      if (held === next) held = undefined;
    });
    await client.connect();
    held = next;
    return next;
  };
  const take = async () => {
    const { client, names } = held ?? (await connect());
    for (const name of runners) {
      if (!names.has(name)) await client.query("select pg_advisory_lock_shared($1, hashtext($2))", [LIFE, name]);
      names.add(name);
    }
    for (const name of names) {
      if (runners.has(name)) continue;
      await client.query("select pg_advisory_unlock_shared($1, hashtext($2))", [LIFE, name]);
      names.delete(name);
    }
  };
  // One after another: two connections would show the same life.
  const hold = () => {
    holding = holding.catch(() => undefined).then(take);
    return holding;
  };
  return {
    begin: (runner: string) => void runners.add(runner),
    end: (runner: string) => void runners.delete(runner),
    hold,
    close: async () => {
      await holding.catch(() => undefined);
      await held?.client.end();
    },
  };
}

/**
 * Gives back the jobs, and the queues, that a runner had in hand which lives no longer: a killed process would else keep
 * its jobs, and whoever waits in their queues, for four hours. `youngMs`: what was taken so lately is left. Returns the
 * names of those runners.
 */
export async function freeLostJobs(connections: pg.Pool, { youngMs = YOUNG_MS } = {}): Promise<string[]> {
  const { rows } = await connections.query<{ runner: string }>(
    `WITH taken AS (
      SELECT locked_by, locked_at FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
      UNION ALL SELECT locked_by, locked_at FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL
    )
    SELECT DISTINCT t.locked_by AS "runner" FROM taken t
    WHERE t.locked_at <= now() - $2 * interval '1 millisecond' AND NOT EXISTS (
      SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
      WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted AND l.classid::bigint = $1
        AND l.objid::bigint = hashtext(t.locked_by)::bigint & 4294967295)`,
    [LIFE, youngMs],
  );
  const lost = rows.map(({ runner }) => runner);
  if (lost.length > 0) await connections.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [lost]);
  return lost;
}
