/** Characters of what a learner writes of herself. */
export const TEXT_LEAST = 20;
export const TEXT_MOST = 1_500;

/** A text as it is kept: line ends of one kind, nothing that no screen shows, no room around it. */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
