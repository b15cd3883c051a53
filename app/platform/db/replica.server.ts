import type pg from "pg";
import { z } from "zod";
import { log } from "#app/platform/log/log.server.ts";
import { type Db, openDatabase } from "./client.server.ts";
import { hearsChanges, onNotification } from "./listen.server.ts";

/** How often primary and replica are compared, and while the replica is behind what was heard, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
const LOOK_SOON_MS = 50;
/** So long the replica has to answer, in milliseconds; then the primary is asked. */
const PATIENCE_MS = 4_000;

/** Where the primary stood in its log at a moment of this process's own clock. */
type Sample = { at: number; position: bigint };

type Watched = {
  db: Db;
  /** The last moment whose every commit the replica is known to have; none before it was looked at. */
  has: number;
  samples: Sample[];
  maxLagMs: number;
};

let watched: Watched | undefined;
/** When the last change was heard of: what was committed before it must be on a replica that is read from. */
let changedAt = 0;
let lookSoon: () => void = () => undefined;

onNotification("academy_changed", () => {
  changedAt = performance.now();
  lookSoon();
});

function isFresh({ has, maxLagMs }: Watched): boolean {
  return hearsChanges() && has > changedAt && performance.now() - has < maxLagMs;
}

/**
 * The replica, while it has every change that this process heard of and lags no more than it may; else undefined.
 * For reads of guests alone: what somebody has just done herself she must be shown.
 */
export function freshReplica(): Db | undefined {
  return watched && isFresh(watched) ? watched.db : undefined;
}

/** Whether this is a replica that is behind what was heard: what it answers now is not to be remembered. */
export function isBehind(db: Db): boolean {
  return watched?.db === db && !isFresh(watched);
}

/** Puts the replica aside until it was looked at again. */
export function distrustReplica(error: unknown): void {
  if (!watched) return;
  log.warn({ err: error }, "The replica failed; guests' pages are read from the primary");
  watched.has = 0;
  watched.samples = [];
}

/** Bytes of a page of PostgreSQL's log, and of what stands at its head, there and where a segment begins. */
const PAGE = 8_192n;
const HEADS = [24n, 40n];

/**
 * A place in PostgreSQL's log, such as 16/B374D848, as a number that grows. Where the next record would be the first of
 * a page, the primary says the place after the page's head and a replica the one before: they are taken as one.
 */
export function parsePosition(text: string): bigint {
  const [high = "", low = ""] = text.split("/");
  const position = (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
  return HEADS.includes(position % PAGE) ? position - (position % PAGE) : position;
}

const primaryRow = z.object({ position: z.string() });
const replicaRow = z.object({ standby: z.boolean(), position: z.string().nullable() });

async function look(replica: Watched, { primary, standby }: { primary: pg.Pool; standby: pg.Pool }): Promise<void> {
  const at = performance.now();
  const ahead = await primary.query("select pg_current_wal_insert_lsn()::text as position");
  replica.samples.push({ at, position: parsePosition(primaryRow.parse(ahead.rows[0]).position) });
  const behind = await standby.query(
    "select pg_is_in_recovery() as standby, pg_last_wal_replay_lsn()::text as position",
  );
  const { standby: isStandby, position } = replicaRow.parse(behind.rows[0]);
  if (!isStandby || position === null) throw new Error("DATABASE_REPLICA_URL leads to no streaming replica");
  const replayed = parsePosition(position);
  const reached = replica.samples.findLast((sample) => sample.position <= replayed);
  if (reached) replica.has = Math.max(replica.has, reached.at);
  const since = performance.now() - replica.maxLagMs;
  replica.samples = replica.samples.filter((sample) => sample.at > Math.max(replica.has, since));
}

/**
 * Watches a streaming replica, so that `freshReplica` knows when it may be read from. Lag is measured by places in
 * PostgreSQL's log and this process's own clock: it needs no clocks that agree, and an idle primary is no lag.
 */
export function watchReplica({ url, primary, maxLagMs }: { url: string; primary: pg.Pool; maxLagMs: number }) {
  const { db, connections: standby, close } = openDatabase({ url, patience: PATIENCE_MS });
  const replica: Watched = { db, has: 0, samples: [], maxLagMs };
  watched = replica;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let failed = false;

  const lookOnce = async () => {
    try {
      await look(replica, { primary, standby });
      if (failed) log.info("The replica is back");
      failed = false;
    } catch (error) {
      if (!failed) distrustReplica(error);
      Object.assign(replica, { has: 0, samples: [] });
      failed = true;
    }
    looking = undefined;
    if (!stopped) lookIn(failed || isFresh(replica) ? LOOK_EVERY_MS : LOOK_SOON_MS);
  };
  const lookIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      looking ??= lookOnce();
    }, milliseconds);
    timer.unref();
  };
  lookSoon = () => failed || looking || lookIn(0);
  lookIn(0);
  return {
    db,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      if (watched === replica) watched = undefined;
      await looking;
      await close();
    },
  };
}
