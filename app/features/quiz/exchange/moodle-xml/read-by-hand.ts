import { commonOf, type DraftBody } from "../moodle-bodies.ts";
import { translated } from "../question-text.ts";
import { lose, type ReadingNotes } from "../reading-notes.ts";
import { childOf, wordsIn, type XmlElement } from "./element.ts";
import { feedbackOf, markdownIn } from "./texts.ts";

const wholeIn = (element: XmlElement, name: string) => {
  const value = Number(wordsIn(element, name));
  return Number.isInteger(value) && value > 0 ? value : null;
};

const MOST_FILES = 20;
const USUAL_BYTES = 10 * 1024 * 1024;

const kinds: [kind: string, names: RegExp][] = [
  ["pdf", /pdf/],
  ["document", /document|docx?|odt|rtf|txt/],
  ["image", /image|png|jpe?g|gif|webp/],
  ["audio", /audio|mp3|wav|ogg|m4a/],
  ["video", /video|mp4|mov|webm/],
  ["table", /spreadsheet|xlsx?|ods|csv/],
  ["slides", /presentation|pptx?|odp/],
];

/** An essay without a field to write in asks for files. */
function uploadSettings(question: XmlElement, notes: ReadingNotes) {
  const list = wordsIn(question, "filetypeslist").toLowerCase();
  const named = kinds.filter(([, names]) => names.test(list)).map(([kind]) => kind);
  const attachments = Number(wordsIn(question, "attachments"));
  if (attachments < 0 || attachments > MOST_FILES) lose(notes, "setting", { what: "attachments" });
  const bytes = wholeIn(question, "maxbytes") ?? USUAL_BYTES;
  return {
    kinds: named.length > 0 ? named : kinds.map(([kind]) => kind),
    most: attachments > 0 ? Math.min(attachments, MOST_FILES) : MOST_FILES,
    mostBytes: Math.min(Math.max(bytes, 1024), 200 * 1024 * 1024),
  };
}

function essaySettings(question: XmlElement, notes: ReadingNotes) {
  const [least, most, lines] = ["minwordlimit", "maxwordlimit", "responsefieldlines"].map((name) =>
    wholeIn(question, name),
  );
  if (Number(wordsIn(question, "attachments")) !== 0) lose(notes, "setting", { what: "attachments" });
  return {
    ...(least || most ? { words: { ...(least ? { least } : {}), ...(most ? { most } : {}) } } : {}),
    ...(lines ? { lines: Math.min(lines, 200) } : {}),
  };
}

/** Reads an essay, or, where Moodle gives no field to write in, an upload of files. */
export function readByHand(question: XmlElement, notes: ReadingNotes): DraftBody {
  const stem = markdownIn(childOf(question, "questiontext"), notes);
  const model = translated(markdownIn(childOf(question, "graderinfo"), notes), notes);
  if (wordsIn(question, "responsetemplate") !== "") lose(notes, "response");
  const common = {
    ...commonOf({ stem, feedback: feedbackOf(question, notes) }, notes),
    rubric: [],
    ...(model ? { model } : {}),
  };
  if (wordsIn(question, "responseformat") === "noinline") {
    return { type: "file-upload", body: { ...common, ...uploadSettings(question, notes) } };
  }
  return { type: "essay", body: { ...common, ...essaySettings(question, notes) } };
}
