import { parseWorks } from "./cite-library.server.ts";
import { type TakenWork, takeWork } from "./take-work.ts";

export const workFormats = ["bibtex", "ris", "csl"] as const;
export type WorkFormat = (typeof workFormats)[number];

const MOST_ENTRIES = 2_000;
const LONGEST_ENTRY = 50_000;

/** Fields of BibTeX and tags of RIS that the library takes over, or that say what is said elsewhere. */
const TAKEN: Record<"bibtex" | "ris", ReadonlySet<string>> = {
  bibtex: new Set(
    `author editor translator title shorttitle subtitle booktitle journal journaltitle publisher address location year month
     date volume number issue pages edition school institution howpublished note url urldate doi isbn langid language
     type series origdate eventtitle`.split(/\s+/),
  ),
  ris: new Set(
    `TY ER ID AU A1 A2 A3 A4 ED TI T1 T2 T3 JO JF JA BT PB CY PY Y1 DA VL IS SP EP ET UR DO SN LA N1 ST M3 Y2 AV C1`.split(
      " ",
    ),
  ),
};

/** Entries of BibTeX, each with the abbreviations that the file defines; braces inside values are counted. */
function bibtexEntries(text: string): string[] {
  const entries: string[] = [];
  const opening = /@\s*([A-Za-z]+)\s*[{(]/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    let depth = 1;
    let end = opening.lastIndex;
    for (; end < text.length && depth > 0; end += 1) {
      if (text[end] === "\\") end += 1;
      else if (text[end] === "{" || text[end] === "(") depth += 1;
      else if (text[end] === "}" || text[end] === ")") depth -= 1;
    }
    entries.push(text.slice(match.index, end));
    opening.lastIndex = end;
  }
  const named = (entry: string, names: string[]) => names.includes(/@\s*(\w+)/.exec(entry)?.[1]?.toLowerCase() ?? "");
  const strings = entries.filter((entry) => named(entry, ["string"]));
  const works = entries.filter((entry) => !named(entry, ["string", "preamble", "comment"]));
  return works.map((entry) => [...strings.slice(0, 200), entry].join("\n"));
}

function risEntries(text: string): string[] {
  return text
    .split(/^ER\s{2}-.*$/m)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => `${entry}\nER  - \n`);
}

function unknownFields(entry: string, format: "bibtex" | "ris"): string[] {
  const work = format === "bibtex" ? entry.slice(entry.lastIndexOf("\n@") + 1) : entry;
  const names =
    format === "bibtex" ? work.matchAll(/^\s*,?\s*([A-Za-z][\w-]*)\s*=/gm) : work.matchAll(/^([A-Z][A-Z0-9])\s{2}-/gm);
  const found = [...names].map(([, name = ""]) => (format === "bibtex" ? name.toLowerCase() : name));
  return [...new Set(found)].filter((name) => !TAKEN[format].has(name));
}

const firstLine = (entry: string) => entry.split("\n").at(0)?.slice(0, 200) ?? "";

function readEntry(entry: string, format: "bibtex" | "ris"): TakenWork {
  if (entry.length > LONGEST_ENTRY) return { name: firstLine(entry), reason: "unreadable" };
  try {
    const [raw] = parseWorks(entry, format);
    const taken = raw ? takeWork(raw) : { name: firstLine(entry), reason: "unreadable" as const };
    if (!("item" in taken)) return taken;
    return { ...taken, lost: [...new Set([...taken.lost, ...unknownFields(entry, format)])] };
  } catch {
    // The library throws errors of any kind on what it cannot read.
    return { name: firstLine(entry), reason: "unreadable" };
  }
}

function cslEntries(text: string): unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return null;
  }
}

/**
 * What a file of works holds, entry by entry: a bad one does not spoil the others. Null for what is not such a file, or
 * holds more entries than are taken at once.
 */
export function readWorkFile(text: string, format: WorkFormat): TakenWork[] | null {
  const entries = format === "csl" ? cslEntries(text) : format === "ris" ? risEntries(text) : bibtexEntries(text);
  if (entries === null || entries.length === 0 || entries.length > MOST_ENTRIES) return null;
  return entries.map((entry) => {
    if (typeof entry === "string" && format !== "csl") return readEntry(entry, format);
    const isItem = typeof entry === "object" && entry !== null && !Array.isArray(entry);
    return isItem ? takeWork({ ...entry }) : { name: String(entry).slice(0, 200), reason: "unreadable" };
  });
}

/** The format that a text seems to be written in. */
export function formatOfWorks(text: string): WorkFormat {
  if (/^\s*[[{]/.test(text)) return "csl";
  return /^\s*TY\s{2}-/m.test(text) ? "ris" : "bibtex";
}
