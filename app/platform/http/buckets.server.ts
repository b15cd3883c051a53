import { LRUCache } from "lru-cache";

type Bucket = { left: number; at: number };

/** Keys that are remembered; one that is forgotten begins with a full bucket. */
const KEYS = 50_000;

export type Buckets = {
  /** Takes one from the bucket of a key. Returns 0, or where it is empty the seconds until it holds one again. */
  take: (key: string) => number;
};

/**
 * Buckets in the memory of this process: each key may take `size` at once, and `perSecond` in the long run. They cost
 * under a microsecond and wait for nothing, so they may stand before the hottest path; what must be counted for all
 * processes together, and more narrowly, is counted in PostgreSQL (`countTry`).
 */
export function makeBuckets({
  size,
  perSecond,
  now = () => performance.now(),
}: {
  size: number;
  perSecond: number;
  /** In milliseconds, from any beginning. */
  now?: () => number;
}): Buckets {
  const buckets = new LRUCache<string, Bucket>({ max: KEYS });
  return {
    take: (key) => {
      const at = now();
      const bucket = buckets.get(key);
      if (!bucket) {
        buckets.set(key, { left: size - 1, at });
        return 0;
      }
      const left = Math.min(size, bucket.left + ((at - bucket.at) / 1_000) * perSecond);
      bucket.at = at;
      bucket.left = left < 1 ? left : left - 1;
      return left < 1 ? (1 - left) / perSecond : 0;
    },
  };
}
