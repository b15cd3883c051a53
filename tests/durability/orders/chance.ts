/** Chance that can be had again, by the seed that a failure prints. */
export function chance(seed: number) {
  let state = seed;
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    happens: (share: number) => next() < share,
    one: <T>(of: readonly T[]): T => {
      const drawn = of[Math.floor(next() * of.length)];
      if (drawn === undefined) throw new Error("There is nothing to draw from");
      return drawn;
    },
  };
}
export type Chance = ReturnType<typeof chance>;

/** Does some work for each of many things, so many at a time. */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
