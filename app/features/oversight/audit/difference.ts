/** A value of JSON, as an entry keeps it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One thing that an entry says: its name with the names around it, and what it was before and after. */
export type Difference = { path: string[]; before: Json | undefined; after: Json | undefined };

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const same = (one: Json | undefined, other: Json | undefined) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is said of before and after, part by part. Where both are told, only what differs; where one is, all of it.
 * Lists are taken whole. What is a mere value has an empty path.
 */
export function findDifferences(before: Json | undefined, after: Json | undefined, path: string[] = []): Difference[] {
  if (same(before, after)) return [];
  const inside = (isObject(before) || before == null) && (isObject(after) || after == null);
  if (!inside) return [{ path, before, after }];
  const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return names.flatMap((name) => findDifferences(old[name], now[name], [...path, name]));
}
