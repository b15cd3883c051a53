import { z } from "zod";
import { parsePassage } from "#app/features/lesson/parse-lesson-markdown.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";
import type { BodyProblem } from "../question-types/question-props.ts";
import { questionTypes } from "../question-types/registry.ts";

type Json = z.infer<ReturnType<typeof z.json>>;
type Path = BodyProblem["path"];

export type CheckedBody = { ok: true; body: Json } | { ok: false; problems: BodyProblem[] };

/** Where in a body each of its parts stands. */
function pathsOf(value: Json, path: Path = []): { value: Json; path: Path }[] {
  const inner: [string | number, Json][] = Array.isArray(value)
    ? [...value.entries()]
    : value !== null && typeof value === "object"
      ? Object.entries(value)
      : [];
  return [{ value, path }, ...inner.flatMap(([step, part]) => pathsOf(part, [...path, step]))];
}

type Reference = { src: string; path: Path };

/** What is wrong with one text of Markdown, and the files that it shows. */
function readText(markdown: string, path: Path): { problems: BodyProblem[]; files: Reference[] } {
  const parsed = parsePassage({ markdown, path: "" });
  if (parsed.ok) return { problems: [], files: parsed.references.media.map(({ path: src }) => ({ src, path })) };
  const { line, reason } = parsed.problems[0] ?? { line: 1, reason: "" };
  return { problems: [{ path, message: withValues("question-bank:problems.markdown", { line, reason }) }], files: [] };
}

function readTexts(typeName: string, body: Json) {
  const type = questionTypes.get(typeName);
  const texts = new Set((type?.texts(body) ?? []).map((text) => JSON.stringify(text)));
  const places = pathsOf(body).filter(({ value }) => texts.has(JSON.stringify(value)));
  const read = places.flatMap(({ value, path }) =>
    Object.entries(z.record(z.string(), z.string()).parse(value)).map(([locale, text]) =>
      readText(text, [...path, locale]),
    ),
  );
  return { problems: read.flatMap(({ problems }) => problems), files: read.flatMap(({ files }) => files) };
}

const pictured = z.object({ picture: z.object({ src: z.string() }) });

/**
 * A body as an author sent it: what may be stored of it, or everything that is wrong, by its path. Beyond the type's own
 * rules, every Markdown must be readable and every picture one of the course's files, so that no paper fails by it.
 */
export async function checkBody(
  db: DbOrTx,
  { courseId, type, body }: { courseId: string; type: string; body: unknown },
): Promise<CheckedBody> {
  const parsed = questionTypes.get(type)?.parseBody(body);
  if (!parsed) return { ok: false, problems: [{ path: [], message: "form:invalid" }] };
  if (!parsed.ok) return parsed;
  // As it will be read again: without what JSON does not hold.
  const json = z.json().parse(JSON.parse(JSON.stringify(parsed.value)));
  const { problems, files } = readTexts(type, json);
  const { data } = pictured.safeParse(json);
  const wanted: Reference[] = data ? [...files, { src: data.picture.src, path: ["picture", "src"] }] : files;
  const missing = await findMissing(db, { courseId, wanted });
  return problems.length + missing.length > 0
    ? { ok: false, problems: [...problems, ...missing] }
    : { ok: true, body: json };
}

async function findMissing(
  db: DbOrTx,
  { courseId, wanted }: { courseId: string; wanted: Reference[] },
): Promise<BodyProblem[]> {
  if (wanted.length === 0) return [];
  const paths = wanted.map(({ src }) => src);
  const files = await db.courseMedia.findMany({ where: { courseId, path: { in: paths } }, select: { path: true } });
  const known = new Set(files.map(({ path }) => path));
  return wanted
    .filter(({ src }) => !known.has(src))
    .map(({ src, path }) => ({ path, message: withValues("question-bank:problems.noFile", { file: src }) }));
}
