import { readCarrier } from "../carrier.ts";
import { checkQuestion } from "../check-question.ts";
import type { QuestionFile, QuestionReader, ReadOptions, ReadQuestions, Reason } from "../exchanged-question.ts";
import { filesNamedBy } from "../named-files.ts";
import { questionTags } from "../question-name.ts";
import { attempt, lose, type ReadingNotes, refusal } from "../reading-notes.ts";
import { folderOf, type OpenPackage, openPackage } from "./package-files.ts";
import { localeOfItem, readItem } from "./read-item.ts";
import { childrenNamed, descendantsNamed, readXml, textOf, type XmlElement } from "./xml-tree.ts";

const MANIFEST = /(^|\/)imsmanifest\.xml$/i;
const CARRIER = /<!-- maqdis-question: [A-Za-z0-9+/=]+ -->/;
const XML = /\.xml$/i;
/** The element with which a file begins, past what may stand before it. */
const ROOT =
  /^(?:\uFEFF)?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>)*<(?:[\w.-]+:)?([\w.-]+)/;

type Reading = { files: OpenPackage; options: ReadOptions; read: ReadQuestions };
type Listed = { path: string; tags: string[] };

/** Reads items of QTI 2.1, 2.2 and 3.0, alone or in a package. */
export const readQti: QuestionReader = (given, options) => {
  const files = openPackage(given);
  const read: ReadQuestions = { questions: [], refused: [], media: files.media, aside: [] };
  const reading = { files, options, read };
  const [only] = given;
  const isAlone = given.length === 1 && only !== undefined;
  const listed = listOf(reading, given);
  const order = new Map(listed.map(({ path, tags }) => [path, tags]));
  const rest = given.filter(({ path }) => !order.has(path) && !MANIFEST.test(path) && (isAlone || XML.test(path)));
  for (const { path, tags } of listed) readFile(reading, path, tags);
  for (const { path } of rest) readFile(reading, path, []);
  if (read.questions.length + read.refused.length === 0)
    refuse(reading, only?.path ?? "", 1, { code: "notThisFormat", values: {} });
  return read;
};

function refuse({ read }: Reading, path: string, line: number, reason: Reason): void {
  read.refused.push({ where: `${path}:${line}`, reason });
}

/** The items that the manifest names, in its order, with the keywords that it gives them. */
function listOf(reading: Reading, given: readonly QuestionFile[]): Listed[] {
  const manifest = given.find(({ path }) => MANIFEST.test(path));
  const text = manifest && decode(manifest.bytes);
  if (!manifest || text === undefined) return [];
  const parsed = attempt(() => readXml(text));
  if (!parsed.ok) {
    refuse(reading, manifest.path, 1, parsed.reason);
    return [];
  }
  const resources = descendantsNamed(parsed.value, "resource").filter(({ attributes }) =>
    /imsqti_(item|test)/i.test(attributes.type ?? ""),
  );
  return resources.flatMap((resource): Listed[] => {
    const address = resource.attributes.href ?? childrenNamed(resource, "file")[0]?.attributes.href ?? "";
    const path = reading.files.find(folderOf(manifest.path), address);
    if (path !== null) return [{ path, tags: keywordsOf(resource) }];
    refuse(reading, manifest.path, resource.line, { code: "missingFile", values: { path: address.slice(0, 200) } });
    return [];
  });
}

function keywordsOf(resource: XmlElement): string[] {
  return descendantsNamed(resource, "keyword").flatMap((keyword) => {
    const strings = descendantsNamed(keyword, "langstring", "string");
    return (strings.length > 0 ? strings : [keyword]).map(textOf);
  });
}

function decode(bytes: Uint8Array): string | undefined {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8", { fatal: true }).decode(
      bytes,
    );
  } catch {
    return undefined;
  }
}

const plainRoot = (text: string) => (ROOT.exec(text.slice(0, 20_000))?.[1] ?? "").toLowerCase().replace(/^qti-|-/g, "");

function readFile(reading: Reading, path: string, tags: string[]): void {
  const bytes = reading.files.byPath.get(path);
  const text = bytes && decode(bytes);
  if (text === undefined) return void refuse(reading, path, 1, { code: "notUtf8", values: {} });
  const root = plainRoot(text);
  if (root === "assessmenttest") {
    reading.read.aside?.push({ where: `${path}:1`, losses: [{ code: "test", values: {} }] });
    return;
  }
  if (root === "assessmentitem" || root === "") return void readOne(reading, { path, text, tags });
  // Metadata and stylesheets of a package ask nothing; other programs' questions do.
  const isOther = root === "questestinterop" || root === "quiz" || reading.files.byPath.size === 1;
  if (isOther) refuse(reading, path, 1, { code: "notThisFormat", values: {} });
}

function readOne(reading: Reading, { path, text, tags }: { path: string; text: string; tags: string[] }): void {
  const { files, read } = reading;
  const [comment] = CARRIER.exec(text) ?? [];
  const carried = comment === undefined ? null : readCarrier(comment, text.replace(`${comment}\n`, ""));
  if (carried !== null && carried !== "changed") {
    for (const file of filesNamedBy(carried.question)) files.keep("", file);
    read.questions.push({ question: carried.question, losses: [], where: `${path}:1` });
    return;
  }
  let line = 1;
  const isChanged = carried === "changed";
  const done = attempt(() => {
    const item = readXml(text);
    line = item.line;
    if (item.name !== "assessmentItem") throw refusal("notThisFormat");
    const notes = notesFor(reading, item, path);
    if (isChanged) lose(notes, "carrier");
    const drafted = readItem({
      ...{ item, notes, tags: questionTags(tags, notes) },
      sizeOf: (address) => files.sizeOf(folderOf(path), address),
    });
    const checked = checkQuestion(drafted);
    if (!checked.ok) throw refusal(checked.reason.code, checked.reason.values);
    return { question: checked.question, losses: notes.losses };
  });
  if (done.ok) read.questions.push({ ...done.value, where: `${path}:${line}` });
  else refuse(reading, path, line, done.reason);
}

function notesFor({ files, options }: Reading, item: XmlElement, path: string): ReadingNotes {
  const notes: ReadingNotes = {
    locale: localeOfItem(item, options.locale),
    losses: [],
    fileNamed: (name) => files.keep(folderOf(path), name),
    keepPicture: files.keepOwn,
  };
  const { lang = "" } = item.attributes;
  if (lang !== "" && !lang.toLowerCase().startsWith(notes.locale)) lose(notes, "setting", { what: lang.slice(0, 40) });
  return notes;
}
