import type { Db, DbOrTx } from "#app/platform/db/client.server.ts";
import { onNotification } from "#app/platform/db/listen.server.ts";
import { isBehind } from "#app/platform/db/replica.server.ts";
import { type Settings, settingsSchema } from "./settings.ts";

/** Changes are heard of at once; this is for when a notification is lost, in milliseconds. */
const REMEMBERED_MS = 30_000;

let remembered = new WeakMap<Db, { settings: Settings; until: number }>();

onNotification("academy_changed", (table) => {
  if (table === "" || table === "Setting") remembered = new WeakMap();
});

/** The academy's settings, with defaults where nothing was set. One query, or none when they are remembered. */
export async function findSettings(db: Db): Promise<Settings> {
  const known = remembered.get(db);
  if (known && known.until > Date.now()) return known.settings;
  // Whatever is said to have changed while the query runs replaces this map, so that an old answer is not kept.
  const memory = isBehind(db) ? undefined : remembered;
  const settings = await readSettings(db);
  memory?.set(db, { settings, until: Date.now() + REMEMBERED_MS });
  return settings;
}

/** The same as they stand in this very moment, for what is frozen in a transaction. One query. */
export async function readSettings(db: DbOrTx): Promise<Settings> {
  const rows = await db.setting.findMany({ select: { key: true, value: true } });
  return settingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}
