export const thingKinds = ["courses", "programmes"] as const;

/** Courses and programmes: what has prices. */
export type ThingKind = (typeof thingKinds)[number];

/** A course or programme by what its address says. */
export type ThingPlace = { kind: ThingKind; slug: string };

/** Where the prices of a thing are; `price` is one of them, or `new`. */
export function pricesHref({ kind, slug }: ThingPlace, price?: string): string {
  return `/admin/prices/${kind}/${slug}${price ? `/${price}` : ""}`;
}

/** The address of a page of the list of prices. */
export function priceListHref({ kind, q }: { kind: ThingKind; q?: string | undefined }, cursor?: string): string {
  const given = { kind: kind === "courses" ? undefined : kind, q, cursor };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) search.set(name, value);
  return `/admin/prices${search.size > 0 ? `?${search}` : ""}`;
}
