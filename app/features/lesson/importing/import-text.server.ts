import { isZip } from "#app/platform/archive/read-zip.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { findText, type SavedText } from "../editing/find-text.server.ts";
import { saveText } from "../editing/save-text.server.ts";
import { partsOf } from "../editing/text-parts.ts";
import { type LessonDocument, lessonDocumentSchema } from "../lesson-document.ts";
import { addMedia } from "../media/add-media.server.ts";
import { joinParts } from "../translation/split-document.ts";
import { type ImportedText, importRefused, type LeftOut, MOST_IMPORTED, type TakePicture } from "./imported-text.ts";
import { readDocx } from "./read-docx.server.ts";
import { readMarkdownFile } from "./read-markdown-file.ts";

export type ImportMode = "replace" | "append";
type File = { name: string; bytes: Uint8Array };

async function read({ name, bytes }: File, take: TakePicture): Promise<ImportedText> {
  if (bytes.length > MOST_IMPORTED) throw importRefused("tooLarge");
  if (/\.docx$/i.test(name) || isZip(bytes)) return readDocx(bytes, take);
  if (!/\.(md|markdown|txt)$/i.test(name)) throw importRefused("notKnown");
  const text = decode(bytes);
  if (text.length > 1_000_000) throw importRefused("tooLarge");
  return readMarkdownFile(text);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw importRefused("notText");
  }
}

function joined(stands: SavedText, document: LessonDocument): LessonDocument {
  return lessonDocumentSchema.parse(joinParts([...partsOf(stands.document), ...partsOf(document)]));
}

/** Adds pictures to those of the course; those that it does not take stay where they were. */
function takeInto(ctx: Pick<PersonContext, "db" | "actor">, { course }: { course: string }): TakePicture {
  return async (picture) => {
    try {
      return (await addMedia(ctx, { course, ...picture })).path;
    } catch (error) {
      if (error instanceof ExpectedError && error.status < 500 && error.status !== 404) return null;
      throw error;
    }
  };
}

/**
 * Takes a file of Markdown or a Word document into a lesson's text in one language: in the place of what stands there
 * or after it, as a version of its own. Answers what of the file is not in it. Throws why a file cannot be taken, 404
 * for who may not edit the text, and `changedMeanwhile` where somebody saves it at the same moment.
 */
export async function importText(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { file, mode, ...place }: { course: string; lesson: string; locale: Locale; file: File; mode: ImportMode },
): Promise<{ leftOut: LeftOut[] }> {
  const stands = await findText(ctx, place);
  const { document, leftOut, ...lines } = await read(file, takeInto(ctx, place));
  const name = file.name.replace(/\.[a-z]+$/i, "").slice(0, 200) || "—";
  await saveText(ctx, {
    ...place,
    title: lines.title ?? stands?.title ?? name,
    summary: lines.summary ?? stands?.summary ?? name,
    document: mode === "append" && stands ? joined(stands, document) : document,
    before: stands?.updatedAt ?? null,
    cause: "imported",
  });
  return { leftOut };
}
