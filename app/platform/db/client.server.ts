import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "#app/platform/env/env.server.ts";
import { watchDatabase } from "#app/platform/metrics/watch-database.server.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";
import { statementName } from "./statement-name.ts";

export type Db = PrismaClient;
/** The client inside an interactive transaction. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
export type DbOrTx = Db | Tx;

const pools = new WeakMap<DbOrTx, pg.Pool>();

/**
 * The rows of a query, past Prisma's own machinery where no transaction is open: on the pages asked for most it costs
 * four times what the query itself does. Check the rows by a schema; whole numbers above 32 bits come as strings.
 */
export async function queryRows(db: DbOrTx, query: Prisma.Sql): Promise<unknown[]> {
  const pool = pools.get(db);
  if (!pool) return db.$queryRaw<unknown[]>(query);
  const { text, values } = query;
  return (await pool.query({ name: statementName(text), text, values })).rows;
}

/**
 * So long a request waits in the line for a connection, in milliseconds. When thousands begin a quiz at once, waiting
 * serves them better than being sent away; a database that is not there refuses at once.
 */
const WAIT_FOR_CONNECTION = 15_000;

/** `patience`: so long a connection is waited for, and an answer, in milliseconds; an answer without end where none is given. */
type Opening = { url: string; patience?: number };

/** A pool of connections that outlives connections that the server drops. */
export function openConnections({ url, max, patience }: Opening & { max: number }): pg.Pool {
  const connections = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: patience ?? WAIT_FOR_CONNECTION,
    query_timeout: patience,
  });
  // Without a listener an idle connection that the server drops would end the process.
  connections.on("error", () => undefined);
  connections.on("connect", (client) => client.on("error", () => undefined));
  return connections;
}

/** Opens a client with a pool of its own. Timestamps travel as UTC. */
export function openDatabase({ url, patience, pool = env.DATABASE_POOL }: Opening & { pool?: number }) {
  const connections = openConnections({ url, max: pool, patience });
  const adapter = new PrismaPg(connections, { statementNameGenerator: (query) => statementName(query.sql) });
  const db = new PrismaClient({ adapter, errorFormat: "minimal" });
  pools.set(db, connections);
  return {
    db,
    connections,
    close: async () => {
      await db.$disconnect();
      if (!connections.ended) await connections.end();
    },
  };
}

/** The pool beneath a client, for a statement or a transaction that Prisma's own machinery would slow down. */
export function connectionsOf(db: Db): pg.Pool {
  const pool = pools.get(db);
  if (!pool) throw new Error("This client was not opened by openDatabase");
  return pool;
}

let opened: ReturnType<typeof openDatabase> | undefined;

/** The process's own client; opened at first use from DATABASE_URL, which the launcher has set. */
export function database() {
  if (!opened) {
    if (!env.DATABASE_URL) throw new Error("DATABASE_URL is not set");
    opened = openDatabase({ url: env.DATABASE_URL });
    watchDatabase(opened.connections);
  }
  return opened;
}
