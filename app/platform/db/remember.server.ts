import { LRUCache } from "lru-cache";
import type { Db } from "./client.server.ts";
import { hearsChanges, onNotification } from "./listen.server.ts";
import { isBehind } from "./replica.server.ts";

/**
 * A memory for what everybody is shown of the academy: emptied by each change of it, and kept `milliseconds` at most.
 * Take it before asking the database and put the answer into the one that was taken: a change that comes meanwhile
 * leaves that one behind. While this process cannot hear of changes it remembers nothing, nor what a replica says that
 * is behind them.
 */
export function rememberUntilChange<Value extends NonNullable<unknown>>({
  max,
  milliseconds,
}: {
  max: number;
  milliseconds: number;
}): (db: Db) => LRUCache<string, Value> {
  const empty = () => new LRUCache<string, Value>({ max, ttl: milliseconds });
  let memories = new WeakMap<Db, LRUCache<string, Value>>();
  onNotification("academy_changed", () => {
    memories = new WeakMap();
  });
  return (db) => {
    if (!hearsChanges() || isBehind(db)) return empty();
    const memory = memories.get(db) ?? empty();
    memories.set(db, memory);
    return memory;
  };
}
