const ESCAPED = /\\([\\~=#{}:n])/g;
const WRITTEN = /[\\~=#{}:]/g;
const letters = "\\~=#{}:n";
/** Stand for escaped letters while a question is taken apart; no text holds them. */
const FIRST = 1;

/** Puts what is escaped out of the way of the signs of GIFT, and drops control characters. */
export function hideEscaped(text: string): string {
  const clean = text.replace(/[^\P{Cc}\n\t]/gu, "");
  return clean.replace(ESCAPED, (_, letter: string) => String.fromCharCode(FIRST + letters.indexOf(letter)));
}

/** Letters as they are meant. */
export function showEscaped(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (sign) => {
    const letter = letters[sign.charCodeAt(0) - FIRST] ?? "";
    return letter === "n" ? "\n" : letter;
  });
}

/** A text as it may stand anywhere in a question. */
export function escapeGift(text: string): string {
  return text.replace(WRITTEN, "\\$&").replaceAll("\n", "\\n");
}
