const ITEM = /^( *)- /;

/** The text of each question of a file, as far as line beginnings tell, with the line at which it begins. */
export function splitQuestions(text: string): { text: string; line: number }[] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => /^questions:\s*(#.*)?$/.test(line));
  const first = lines.slice(start + 1).find((line) => ITEM.test(line));
  if (start < 0 || first === undefined) return [];
  const mark = `${ITEM.exec(first)?.[1] ?? ""}- `;
  const begins = lines.flatMap((line, index) => (index > start && line.startsWith(mark) ? [index] : []));
  return begins.map((begin, index) => ({
    text: lines.slice(begin, begins[index + 1] ?? lines.length).join("\n"),
    line: begin + 1,
  }));
}
