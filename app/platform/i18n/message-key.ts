export type MessageValues = Record<string, string | number>;

/** A message key with its values in one string, as forms carry it: `form:tooLong|{"maximum":80}`. */
export function withValues(key: string, values: MessageValues = {}): string {
  return Object.keys(values).length === 0 ? key : `${key}|${JSON.stringify(values)}`;
}

/** The words for what `withValues` made. */
export function translateMessage(t: (key: string, values?: MessageValues) => string, message: string): string {
  const bar = message.indexOf("|");
  if (bar < 0) return t(message);
  return t(message.slice(0, bar), JSON.parse(message.slice(bar + 1)));
}
