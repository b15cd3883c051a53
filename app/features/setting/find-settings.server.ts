import type { Db } from "#app/platform/db/client.server.ts";
import { onNotification } from "#app/platform/db/listen.server.ts";
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
  const memory = remembered;
  const rows = await db.setting.findMany({ select: { key: true, value: true } });
  const settings = settingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
  memory.set(db, { settings, until: Date.now() + REMEMBERED_MS });
  return settings;
}
