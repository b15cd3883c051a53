type Timed = { from: number; text: string; beginsParagraph?: boolean };

/** One line as it is copied: its time, then what was said. */
export function lineAsText(line: Timed, clock: (seconds: number) => string): string {
  return `${clock(line.from)}  ${line.text}`;
}

/** A whole transcript as it is copied: a title, then the lines with their times, an empty one before each paragraph. */
export function transcriptAsText(
  lines: readonly Timed[],
  { title, clock }: { title: string; clock: (seconds: number) => string },
): string {
  const body = lines.map((line, i) => (line.beginsParagraph && i > 0 ? "\n" : "") + lineAsText(line, clock));
  return `${[...(title ? [title, ""] : []), ...body].join("\n")}\n`;
}

export type Stretch = { text: string; find: number | null };

/** A line's text cut where something was found in it; `find` is the number among all that was found. */
export function cutAtFinds(text: string, finds: readonly { from: number; to: number; number: number }[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { from, to, number } of finds) {
    if (from > at) stretches.push({ text: text.slice(at, from), find: null });
    stretches.push({ text: text.slice(from, to), find: number });
    at = to;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), find: null });
  return stretches;
}
