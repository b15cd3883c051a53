/** Puts values into words such as `{{year}} CE`; the words that a rendered lesson adds are filled without i18next. */
export function fillWords(words: string, values: Record<string, string>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
