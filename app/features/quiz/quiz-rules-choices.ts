// Apart from the rules' schema, so that forms do not load zod.

/** What may be shown of an attempt that is over. */
export const reveals = ["score", "marks", "remarks", "key"] as const;
