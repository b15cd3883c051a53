/** The cookie that keeps a reader's settings. */
export const READING_COOKIE = "maqdis.reading";

export const readingChoices = {
  size: ["s", "m", "l", "xl"],
  width: ["narrow", "normal", "wide"],
  /** Whether single keys lead through the course (WCAG 2.1.4). */
  keys: ["on", "off"],
} as const;

type Choices = typeof readingChoices;
export type ReadingSettings = { [Name in keyof Choices]: Choices[Name][number] };

export const defaultReading: ReadingSettings = { size: "m", width: "normal", keys: "on" };

function choose<Choice extends string>(choices: readonly Choice[], value: unknown, otherwise: Choice): Choice {
  return choices.find((choice) => choice === value) ?? otherwise;
}

/** Settings from a form or a cookie's parts; what is missing or unknown is as it is by default. */
export function toReading(values: Partial<Record<keyof ReadingSettings, unknown>>): ReadingSettings {
  return {
    size: choose(readingChoices.size, values.size, defaultReading.size),
    width: choose(readingChoices.width, values.width, defaultReading.width),
    keys: choose(readingChoices.keys, values.keys, defaultReading.keys),
  };
}

export function parseReading(cookie: string | undefined): ReadingSettings {
  const [size, width, keys] = (cookie ?? "").split(".");
  return toReading({ size, width, keys });
}

/** What the cookie holds; `parseReading` reads it. */
export function writeReading({ size, width, keys }: ReadingSettings): string {
  return `${size}.${width}.${keys}`;
}
