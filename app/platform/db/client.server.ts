import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "#app/platform/env/env.server.ts";
import { PrismaClient } from "./generated/client.ts";

export type Db = PrismaClient;
/** The client inside an interactive transaction. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
export type DbOrTx = Db | Tx;

/** Opens a client with a pool of its own. Timestamps travel as UTC. */
export function openDatabase({ url, pool = env.DATABASE_POOL }: { url: string; pool?: number }) {
  const connections = new pg.Pool({ connectionString: url, max: pool, connectionTimeoutMillis: 5_000 });
  // Without a listener an idle connection that the server drops would end the process.
  connections.on("error", () => undefined);
  connections.on("connect", (client) => client.on("error", () => undefined));
  const db = new PrismaClient({ adapter: new PrismaPg(connections), errorFormat: "minimal" });
  return {
    db,
    connections,
    close: async () => {
      await db.$disconnect();
      if (!connections.ended) await connections.end();
    },
  };
}

let opened: ReturnType<typeof openDatabase> | undefined;

/** The process's own client; opened at first use from DATABASE_URL, which the launcher has set. */
export function database() {
  if (!opened) {
    if (!env.DATABASE_URL) throw new Error("DATABASE_URL is not set");
    opened = openDatabase({ url: env.DATABASE_URL });
  }
  return opened;
}
