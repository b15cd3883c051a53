import { setTimeout as sleep } from "node:timers/promises";
import type { Db, Tx } from "./client.server.ts";
import { Prisma } from "./generated/client.ts";

const ATTEMPTS = 6;

/** PostgreSQL's 40001 and 40P01, which Prisma reports as P2034 or inside the adapter's own error. */
function isRetryable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034") return true;
  const text = error instanceof Error ? error.message : "";
  return /40001|40P01|TransactionWriteConflict|deadlock detected|could not serialize/.test(text);
}

/**
 * Runs `work` in one transaction and runs it again, after a short wait, when PostgreSQL asks for that
 * (serialisation failure or deadlock). `work` must therefore have no effects outside the database.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  options: { isolation?: "ReadCommitted" | "RepeatableRead" | "Serializable"; timeoutMs?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, {
        isolationLevel: options.isolation ?? "ReadCommitted",
        maxWait: 10_000,
        timeout: options.timeoutMs ?? 15_000,
      });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}
