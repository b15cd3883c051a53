import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "#app/platform/db/client.server.ts";
import { tooMany } from "#app/platform/errors/errors.ts";
import { sessionSecret } from "#app/platform/session/secret.server.ts";

/** At most `points` tries in `seconds` for each key. `name` is unique in the product. */
export type RateRule = { name: string; points: number; seconds: number };

const limiters = new WeakMap<Db, Map<string, RateLimiterPrisma>>();

function limiterOf(db: Db, rule: RateRule): RateLimiterPrisma {
  const known = limiters.get(db) ?? new Map<string, RateLimiterPrisma>();
  limiters.set(db, known);
  const limiter =
    known.get(rule.name) ??
    new RateLimiterPrisma({
      storeClient: db,
      tableName: "rateLimit",
      keyPrefix: rule.name,
      points: rule.points,
      duration: rule.seconds,
      // One of them clears away old rows for all.
      clearExpiredByTimeout: known.size === 0,
    });
  known.set(rule.name, limiter);
  return limiter;
}

/** Addresses and e-mails are kept only as keyed hashes. */
function hashOf(key: string): string {
  return createHmac("sha256", sessionSecret()).update(`rate:${key}`).digest("base64url");
}

/** What counts as one caller: an IPv4 address, or the /64 that one IPv6 subscriber has. */
export function callerOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = "", tail] = address.split("::");
  const start = head.split(":").filter(Boolean);
  const end = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : 8 - start.length - end.length;
  return [...start, ...Array.from({ length: zeros }, () => "0"), ...end].slice(0, 4).join(":");
}

/** Counts a try, or as many as `points` says, in PostgreSQL for all processes. Throws `tooMany` with the seconds to wait when there were too many. */
export async function countTry({
  db,
  rule,
  key,
  points = 1,
}: {
  db: Db;
  rule: RateRule;
  key: string;
  points?: number;
}): Promise<void> {
  try {
    await limiterOf(db, rule).consume(hashOf(key), points);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooMany(refusal.msBeforeNext / 1_000);
    throw refusal;
  }
}

/** Takes back a counted try that turned out well. */
export async function forgiveTry({ db, rule, key }: { db: Db; rule: RateRule; key: string }): Promise<void> {
  await limiterOf(db, rule).reward(hashOf(key));
}

/** Forgets all counted tries of a key. */
export async function forgetTries({ db, rule, key }: { db: Db; rule: RateRule; key: string }): Promise<void> {
  await limiterOf(db, rule).delete(hashOf(key));
}

/** Throws `tooMany` as `countTry` does where no try of a key is left, and counts none. */
export async function refuseWhenSpent({ db, rule, key }: { db: Db; rule: RateRule; key: string }): Promise<void> {
  const spent = await limiterOf(db, rule).get(hashOf(key));
  if (spent && spent.consumedPoints >= rule.points) throw tooMany(spent.msBeforeNext / 1_000);
}
