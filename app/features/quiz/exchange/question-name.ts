import { MOST_NAME, MOST_TAGS } from "./exchanged-question.ts";
import { lose, type ReadingNotes } from "./reading-notes.ts";

const MOST_OF_STEM = 80;
const MOST_TAG = 60;
const MOST_FOLDERS = 10;
const MOST_FOLDER = 120;

const line = (text: string) => text.replace(/\p{Cc}+/gu, " ").trim();
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
/** Half a pair of surrogates may be left where a text was cut. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, "");

/** The name that a file gives a question, or the beginning of what it asks. */
export function questionName(given: string, stem: string, notes: ReadingNotes): string {
  const name = line(given);
  if (name.length > MOST_NAME) lose(notes, "nameCut");
  if (name !== "") return wellFormed(cut(name, MOST_NAME));
  const words = line(stem.replace(/\\([!-/:-@[-`{-~])|[*`#>|]+/g, "$1").replace(/\s+/g, " "));
  return wellFormed(cut(words || "?", MOST_OF_STEM));
}

/** Tags, each once; what is too long or too much is named as lost. */
export function questionTags(given: readonly string[], notes: ReadingNotes): string[] {
  const tags = [...new Set(given.map(line).filter((tag) => tag !== ""))];
  const kept = tags.filter((tag) => tag.length <= MOST_TAG).slice(0, MOST_TAGS);
  for (const tag of tags) if (!kept.includes(tag)) lose(notes, "tags", { tag: tag.slice(0, 100) });
  return kept;
}

const CONTEXT = /^\$(?:course|module|system|cat\d+|coursecat)\$$/;

/** The folders of a path of Moodle: "$course$/top/Gates/North", where "//" is a stroke within a name. */
export function categoryOfPath(path: string, notes: ReadingNotes): string[] {
  const parts = path
    .split(/(?<!\/)\/(?!\/)/)
    .map((part) => line(part.replaceAll("//", "/")))
    .filter((part) => part !== "");
  if (CONTEXT.test(parts[0] ?? "")) parts.shift();
  if (parts[0]?.toLowerCase() === "top") parts.shift();
  const folders = parts.slice(0, MOST_FOLDERS).map((part) => wellFormed(cut(part, MOST_FOLDER)));
  if (parts.length > MOST_FOLDERS || parts.some((part) => part.length > MOST_FOLDER)) {
    lose(notes, "category", { path: line(path).slice(0, 200) });
  }
  return folders;
}

/** The same path as Moodle writes it. */
export function pathOfCategory(category: readonly string[]): string {
  return ["$course$", "top", ...category.map((folder) => folder.replaceAll("/", "//"))].join("/");
}
