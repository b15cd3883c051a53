/** The cookie that keeps a reader's settings; written by the browser too, so it holds nothing but these words. */
export const READING_COOKIE = "maqdis.reading";
/** How long it is kept, in seconds. */
export const READING_SECONDS = 365 * 24 * 3_600;

export const readingChoices = {
  size: ["s", "m", "l", "xl"],
  width: ["narrow", "normal", "wide"],
  theme: ["auto", "light", "dark"],
  /** Whether single keys lead through the course (WCAG 2.1.4). */
  keys: ["on", "off"],
} as const;

type Choices = typeof readingChoices;
export type ReadingSettings = { [Name in keyof Choices]: Choices[Name][number] };

export const defaultReading: ReadingSettings = { size: "m", width: "normal", theme: "auto", keys: "on" };

function choose<Name extends keyof Choices>(name: Name, value: unknown): ReadingSettings[Name] {
  const found: ReadingSettings[Name] | undefined = readingChoices[name].find((choice) => choice === value);
  return found ?? defaultReading[name];
}

/** Settings from a form or a cookie's parts; what is missing or unknown is as it is by default. */
export function toReading(values: Partial<Record<keyof ReadingSettings, unknown>>): ReadingSettings {
  return {
    size: choose("size", values.size),
    width: choose("width", values.width),
    theme: choose("theme", values.theme),
    keys: choose("keys", values.keys),
  };
}

export function parseReading(cookie: string | undefined): ReadingSettings {
  const [size, width, theme, keys] = (cookie ?? "").split(".");
  return toReading({ size, width, theme, keys });
}

/** A Set-Cookie header, which is also what the browser writes to `document.cookie`. */
export function readingCookie({ size, width, theme, keys }: ReadingSettings): string {
  return `${READING_COOKIE}=${size}.${width}.${theme}.${keys}; Path=/; Max-Age=${READING_SECONDS}; SameSite=Lax`;
}
