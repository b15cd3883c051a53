const SIGNS = [
  /^#{1,6} \S/m,
  /^(?:[-*+]|\d+[.)]) \S.*\n(?:[-*+]|\d+[.)]) \S/m,
  /^> \S/m,
  /^\|.*\|\s*\n\|[\s:|-]+\|/m,
  /^:::+[a-z]/m,
  /\*\*[^\s*][^*\n]*\*\*/,
  /\[[^\]\n]+\]\((?:https?:|lesson:|course:)[^)\s]+\)/,
  /^\[\^[^\]]+\]: /m,
];

/** Whether plain text is likelier to be Markdown than words that happen to hold its signs. */
export function looksLikeMarkdown(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}
