function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]),
  );
}

/** A body as JSON with its keys in order, so that two that say the same are the same. */
export const canonicalBody = (body: unknown): string => JSON.stringify(inOrder(body)) ?? "null";

export const isSameBody = (a: unknown, b: unknown): boolean => canonicalBody(a) === canonicalBody(b);
