import { LRUCache } from "lru-cache";
import { countInBuckets, planBuckets } from "#app/features/report/time-buckets.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { type Figures, findFigures } from "./find-figures.server.ts";
import type { OverviewDays } from "./overview-period.ts";

/** For so long the same figures are shown again, in milliseconds: several admins may have the page open. */
const REMEMBER_MS = 60_000;

const memories = new WeakMap<Db, LRUCache<string, Promise<Figures>>>();

function remembered(db: Db, key: string, find: () => Promise<Figures>): Promise<Figures> {
  const memory = memories.get(db) ?? new LRUCache<string, Promise<Figures>>({ max: 50, ttl: REMEMBER_MS });
  memories.set(db, memory);
  const known = memory.get(key);
  if (known) return known;
  const asked = find();
  memory.set(key, asked);
  asked.catch(() => memory.delete(key));
  return asked;
}

/**
 * The academy's figures of the last days beside those before, and what there was in each step of time; at most a minute
 * old. Throws 404 for all but admins.
 */
export async function findOverview({ db, actor, clock }: PersonContext, { days }: { days: OverviewDays }) {
  if (!isAdmin(actor)) throw notFound();
  const timeZone = await readerZone(db, actor);
  const asked = { days, timeZone, now: clock.now() };
  const { byDay, from, until, ...figures } = await remembered(db, `${days} ${timeZone}`, () => findFigures(db, asked));
  const buckets = planBuckets([from], { asked: undefined, period: { from, until }, today: until });
  const inTime = {
    enrolled: countInBuckets(buckets, byDay.enrolled),
    finished: countInBuckets(buckets, byDay.finished),
    // People of several days are not added up: where a step is longer than a day, the busiest day of it is told.
    active: buckets.list.map(({ from: first, to }) =>
      Math.max(0, ...byDay.active.filter(({ day }) => day >= first && day <= to).map(({ count }) => count)),
    ),
  };
  return { days, ...figures, step: buckets.step, buckets: buckets.list, inTime };
}

export type Overview = Awaited<ReturnType<typeof findOverview>>;
