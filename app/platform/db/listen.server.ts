import pg from "pg";
import { log } from "#app/platform/log/log.server.ts";

type Listener = (payload: string) => void;
type Channel = "academy_changed" | "person_changed" | (string & {});

const listeners = new Map<Channel, Set<Listener>>();
let stopped = true;
let client: pg.Client | undefined;
let asked: Promise<unknown> = Promise.resolve();

/** A machine that is gone says nothing, not even that: the connection is asked whether it lives, in milliseconds. */
const ASK_EVERY_MS = 10_000;
const ANSWERS_WITHIN_MS = 5_000;
const AGAIN_AFTER_MS = 1_000;

/**
 * Calls `listener` for each PostgreSQL notification on `channel`, and with an empty payload after a lost
 * connection came back: what was said meanwhile is unknown, so everything must be taken as changed.
 */
export function onNotification(channel: Channel, listener: Listener): void {
  const known = listeners.get(channel);
  if (known) return void known.add(listener);
  listeners.set(channel, new Set([listener]));
  const heard = client;
  // One after another: the connection takes one statement at a time.
  if (heard) asked = asked.then(() => heard.query(`listen ${pg.escapeIdentifier(channel)}`)).catch(() => undefined);
}

/**
 * Takes a change as heard of already. For the process that made it: whoever made it is shown the next page by the same
 * process, sooner than the database may have told it.
 */
export function takeAsHeard(channel: Channel, payload: string): void {
  for (const listener of listeners.get(channel) ?? []) listener(payload);
}

/** Whether this process would hear of a change that happens now. */
export function hearsChanges(): boolean {
  return client !== undefined;
}

/** Calls `onLost` once, as soon as the connection ended, no longer answers, or what is returned is called. */
function watch(connection: pg.Client, onLost: () => void): () => void {
  let lost = false;
  const lose = () => {
    if (lost) return;
    lost = true;
    clearInterval(asking);
    void connection.end().catch(() => undefined);
    onLost();
  };
  const asking = setInterval(() => {
    asked = asked.then(() => connection.query("select 1")).catch(lose);
  }, ASK_EVERY_MS);
  asking.unref();
  connection.on("end", lose);
  return lose;
}

async function connect(url: string, again: boolean): Promise<void> {
  const next = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: ANSWERS_WITHIN_MS,
    query_timeout: ANSWERS_WITHIN_MS,
  });
  next.on("error", () => undefined);
  next.on("notification", ({ channel, payload }) => {
    for (const listener of listeners.get(channel) ?? []) listener(payload ?? "");
  });
  const lose = watch(next, () => {
    if (client === next) client = undefined;
    if (!stopped) setTimeout(() => void connect(url, true), AGAIN_AFTER_MS).unref();
  });
  try {
    await next.connect();
    for (const channel of listeners.keys()) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = next;
    if (again) for (const set of listeners.values()) for (const listener of set) listener("");
  } catch (error) {
    log.warn({ err: error }, "Listening for changes failed; trying again");
    lose();
  }
}

/** Opens the one connection on which this process hears of changes; it comes back by itself. */
export async function startListening(url: string): Promise<() => Promise<void>> {
  stopped = false;
  await connect(url, false);
  return async () => {
    stopped = true;
    await client?.end().catch(() => undefined);
  };
}
