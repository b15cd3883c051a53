import type { Db, DbOrTx } from "#app/platform/db/client.server.ts";
import { onNotification } from "#app/platform/db/listen.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { plainSite, type Site, siteSchema } from "./site-schema.ts";

/** Changes are heard of at once; this is for when a notification is lost, in milliseconds. */
const REMEMBERED_MS = 30_000;

type Memory = { site: Site; until: number };
let remembered = new WeakMap<Db, Memory>();
/** As it was when it was last read, for when the database is away. */
const last = new WeakMap<Db, Site>();

onNotification("academy_changed", (table) => {
  if (table === "" || table === "Setting") remembered = new WeakMap();
});

/** The site as it stands in this very moment. One query. */
export async function readSite(db: DbOrTx): Promise<Site> {
  const keys = siteSchema.keyof().options;
  const rows = await db.setting.findMany({ where: { key: { in: keys } }, select: { key: true, value: true } });
  return siteSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

async function readAgain(db: Db): Promise<Site> {
  // A change that comes while the query runs replaces this map, so that an old answer is not kept.
  const memory = remembered;
  const site = await readSite(db);
  memory.set(db, { site, until: Date.now() + REMEMBERED_MS });
  last.set(db, site);
  return site;
}

/** How every page and mail looks and speaks. One query, or none while it is remembered. */
export async function findSite(db: Db): Promise<Site> {
  const known = remembered.get(db);
  if (known && known.until > Date.now()) return known.site;
  return readAgain(db);
}

/**
 * The same for what must be answered though the database is away: as it was last seen, or as it is before anything is
 * set. While nothing is said to have changed, nobody waits for it to be read again.
 */
export async function presentSite(db: Db): Promise<Site> {
  const known = remembered.get(db);
  const again = () =>
    readAgain(db).catch((error: unknown) => {
      log.warn({ err: error }, "How the site looks could not be read; it goes on as it was");
      return last.get(db) ?? plainSite;
    });
  if (!known) return again();
  if (known.until > Date.now()) return known.site;
  known.until = Date.now() + REMEMBERED_MS;
  void again();
  return known.site;
}
