/** As entries of earlier releases spell a kind; the log is never rewritten. */
const earlier: Record<string, string> = { Attempt: "attempt" };

/** The one spelling of a kind of what was acted on. */
export const spellSubject = (type: string): string => earlier[type] ?? type;

/** Every spelling of a kind that stands in the log. */
export function spellingsOf(type: string): string[] {
  const one = spellSubject(type);
  return [one, ...Object.keys(earlier).filter((old) => earlier[old] === one)];
}
