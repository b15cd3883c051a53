import pg from "pg";
import { env } from "#app/platform/env/env.server.ts";
import { connectionsOf, type Db } from "./client.server.ts";

/** What the names of these locks are hashed with, so that no other advisory lock has the same number. */
const SEED = 7_212;
/** So long the connection stays open when nothing is locked any more, in milliseconds. */
const IDLE_MS = 10_000;
/** A database that does not answer by then is taken for one that is away, in milliseconds. */
const ANSWERS_WITHIN_MS = 5_000;

type GiveBack = () => Promise<void>;
/**
 * Takes the lock of that name and returns what gives it back, or undefined where somebody has it, in whatever process.
 * `onLost` is called where the lock cannot be held any longer. Throws where the database is away.
 */
export type TakeLock = (name: string, onLost: () => void) => Promise<GiveBack | undefined>;

/** The one connection by which locks are held: opened when it is first asked, and told of where it is there no longer. */
function makeConnection({ db, onLost }: { db: Db; onLost: () => void }) {
  let open: Promise<pg.Client> | undefined;
  let asked: Promise<unknown> = Promise.resolve();

  const lose = (connection: Promise<pg.Client>) => {
    if (open !== connection) return;
    open = undefined;
    onLost();
  };
  const close = (connection = open) => {
    if (!connection) return;
    lose(connection);
    void connection.then((client) => client.end()).catch(() => undefined);
  };
  const connect = () => {
    const client = new pg.Client({
      ...connectionsOf(db).options,
      ...(env.DATABASE_DIRECT_URL ? { connectionString: env.DATABASE_DIRECT_URL } : {}),
      keepAlive: true,
      query_timeout: ANSWERS_WITHIN_MS,
    });
    client.on("error", () => undefined);
    const connection = client.connect().then(() => client);
    client.on("end", () => lose(connection));
    return connection;
  };
  // One after another: the connection takes one statement at a time.
  const ask = (of: "pg_try_advisory_lock" | "pg_advisory_unlock", name: string) => {
    open ??= connect();
    const connection = open;
    const query = { text: `select ${of}(hashtextextended($1, $2::bigint)) as done`, values: [name, SEED] };
    const answer = asked.then(async () => (await connection).query<{ done: boolean }>(query));
    // Whether it was done nobody knows where it failed, and without the connection there are no locks.
    asked = answer.catch(() => close(connection));
    return answer.then(({ rows }) => rows[0]?.done === true);
  };
  return { ask, close: () => close() };
}

/**
 * Locks by name among all processes that share a database, for as long as it takes. They are held on one connection of
 * this process, past a pooler that pools by transaction; PostgreSQL lets go of them with the process, however it ends.
 */
export function makeProcessLocks(db: Db): TakeLock {
  const held = new Map<string, () => void>();
  let idle: NodeJS.Timeout | undefined;
  const connection = makeConnection({
    db,
    onLost: () => {
      const lost = [...held.values()];
      held.clear();
      for (const tell of lost) tell();
    },
  });
  const closeWhenIdle = () => {
    clearTimeout(idle);
    idle = setTimeout(() => held.size === 0 && connection.close(), IDLE_MS);
    idle.unref();
  };
  const giveBack = async (name: string, onLost: () => void) => {
    // Where the connection was lost there is nothing to give back, and another may have it.
    if (held.get(name) !== onLost) return;
    held.delete(name);
    await connection.ask("pg_advisory_unlock", name).catch(() => undefined);
    closeWhenIdle();
  };
  return async (name, onLost) => {
    if (held.has(name)) return undefined;
    clearTimeout(idle);
    held.set(name, onLost);
    const isTaken = await connection.ask("pg_try_advisory_lock", name).catch((error: unknown) => {
      if (held.get(name) === onLost) held.delete(name);
      throw error;
    });
    if (isTaken && held.get(name) === onLost) return () => giveBack(name, onLost);
    if (held.get(name) === onLost) held.delete(name);
    closeWhenIdle();
    return undefined;
  };
}
