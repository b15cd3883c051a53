import { LRUCache } from "lru-cache";
import { renderPassages } from "#app/features/lesson/render-passages.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import type { KnownQuestionType } from "./question-types/define-question-type.ts";
import { questionTypes } from "./question-types/registry.ts";

/** A version of a question, ready to be shown and graded. Holds its key: it stays on the server. */
export type LoadedQuestion = {
  versionId: string;
  questionId: string;
  type: KnownQuestionType;
  body: unknown;
  /** HTML of one of the body's Markdown texts. */
  text: (markdown: Translated) => Translated;
  /** Address of one of the course's files, by its path in the package. */
  media: (src: string) => string;
};

// A version never changes, so that what was read of it once needs no asking again.
const questions = new LRUCache<string, LoadedQuestion>({ max: 5_000 });

/** Versions of questions by id. Throws where one is not there. */
export async function loadQuestions(
  db: DbOrTx,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, LoadedQuestion>> {
  const loaded = new Map<string, LoadedQuestion>();
  for (const id of versionIds) {
    const known = questions.get(id);
    if (known) loaded.set(id, known);
  }
  const unknown = [...new Set(versionIds)].filter((id) => !loaded.has(id));
  for (const question of await readQuestions(db, unknown)) {
    questions.set(question.versionId, question);
    loaded.set(question.versionId, question);
  }
  for (const id of versionIds) if (!loaded.has(id)) throw new Error(`There is no version ${id} of a question`);
  return loaded;
}

async function readQuestions(db: DbOrTx, versionIds: string[]): Promise<LoadedQuestion[]> {
  if (versionIds.length === 0) return [];
  const rows = await db.questionVersion.findMany({
    where: { id: { in: versionIds } },
    select: { id: true, body: true, questionId: true, question: { select: { type: true, courseId: true } } },
  });
  const courses = Map.groupBy(rows, ({ question }) => question.courseId);
  const read = await Promise.all([...courses].map(([courseId, versions]) => readOfCourse(db, { courseId, versions })));
  return read.flat();
}

/** A question that is being written, as `loadQuestions` gives versions; its body must have passed the type's checks. */
export async function loadDraftQuestion(
  db: DbOrTx,
  { courseId, type, body }: { courseId: string; type: string; body: unknown },
): Promise<Pick<LoadedQuestion, "type" | "body" | "text" | "media">> {
  const [loaded] = await readOfCourse(db, {
    courseId,
    versions: [{ id: "", questionId: "", body, question: { type } }],
  });
  if (!loaded) throw new Error("A question was read and none was given");
  return loaded;
}

type Version = { id: string; body: unknown; questionId: string; question: { type: string } };

async function readOfCourse(
  db: DbOrTx,
  { courseId, versions }: { courseId: string; versions: Version[] },
): Promise<LoadedQuestion[]> {
  const typed = versions.map((version) => ({ ...version, type: typeOf(version) }));
  const passages = typed.flatMap(({ type, body }) => type.texts(body));
  const rendered = await renderPassages(db, { courseId, passages });
  const html = new Map(passages.map((passage, i) => [JSON.stringify(passage), rendered[i] ?? {}]));
  const files = await db.courseMedia.findMany({ where: { courseId }, select: { path: true, sha256: true } });
  const addresses = new Map(files.map(({ path, sha256 }) => [path, `/media/${sha256}`]));
  return typed.map(({ id, questionId, type, body }) => ({
    versionId: id,
    questionId,
    type,
    body,
    text: readFrom(html),
    media: (src) => addresses.get(src) ?? "",
  }));
}

/** What a text was rendered to. The types give the same objects again and again, which are found without writing them out. */
function readFrom(html: ReadonlyMap<string, Translated>): LoadedQuestion["text"] {
  const known = new WeakMap<Translated, Translated>();
  return (markdown) => {
    const found = known.get(markdown) ?? html.get(JSON.stringify(markdown)) ?? {};
    known.set(markdown, found);
    return found;
  };
}

function typeOf({ id, question }: Version): KnownQuestionType {
  const type = questionTypes.get(question.type);
  if (!type) throw new Error(`The question of version ${id} is of a type that is not known: ${question.type}`);
  return type;
}
