// The few guards that a credential's form needs; a schema library would be larger than all the rest of the page.

export type Guard<T> = (value: unknown) => value is T;
type Guarded<G> = G extends Guard<infer T> ? T : never;
type Guards = Record<string, Guard<unknown>>;
type Whole<R extends Guards, O extends Guards> = { [K in keyof R]: Guarded<R[K]> } & {
  [K in keyof O]?: Guarded<O[K]>;
};

/** A text that is not empty. */
export const isText: Guard<string> = (value): value is string => typeof value === "string" && value !== "";

export function isMatch(pattern: RegExp): Guard<string> {
  return (value): value is string => typeof value === "string" && pattern.test(value);
}

/** Exactly this text, number, boolean, or list of such. */
export function isSame<const T extends string | number | boolean | readonly string[]>(wanted: T): Guard<T> {
  return (value): value is T => JSON.stringify(value) === JSON.stringify(wanted);
}

/** A list of between `least` and `most`. */
export function isList<T>(guard: Guard<T>, { least = 1, most = 20 } = {}): Guard<T[]> {
  return (value): value is T[] =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every((item) => guard(item));
}

/** An object with these keys, the optional ones or without them, and no other. */
export function isObject<R extends Guards, O extends Guards = Record<never, never>>(
  required: R,
  optional?: O,
): Guard<Whole<R, O>> {
  const guards = new Map<string, Guard<unknown>>(Object.entries({ ...required, ...optional }));
  return (value): value is Whole<R, O> => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    if (!Object.keys(required).every((key) => Object.hasOwn(value, key))) return false;
    return Object.entries(value).every(([key, item]) => guards.get(key)?.(item) ?? false);
  };
}
