import { isZip, readZip, type ZipLimits } from "#app/platform/archive/read-zip.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { type ImportFormat, LOSSES_FILE } from "../exchange-formats.ts";
import type { ReadQuestions, Reason } from "../exchanged-question.ts";
import { questionReaders } from "./question-readers.ts";

const MB = 1024 * 1024;

/** A package of five thousand questions has as many files, and pictures beside them. */
const limits: ZipLimits = { entries: 20_000, entryBytes: 32 * MB, totalBytes: 128 * MB, ratio: 200 };

export type FileToRead = { name: string; bytes: Uint8Array; format: ImportFormat; locale: Locale };

/** Reads a file of questions, or a zip archive of such with what they name. Never throws for what is in it. */
export async function readQuestionFile({ name, bytes, format, locale }: FileToRead): Promise<ReadQuestions> {
  if (!isZip(bytes)) return questionReaders[format]([{ path: name, bytes }], { locale });
  const unzipped = await readZip(bytes, limits);
  if (!unzipped.ok) return refusedWhole(name, { code: unzipped.fault, values: { path: unzipped.path } });
  const read = questionReaders[format](
    unzipped.files.filter(({ path }) => path !== LOSSES_FILE),
    { locale },
  );
  const nested = unzipped.nested.map((path) => ({
    where: path,
    reason: { code: "nestedArchive" as const, values: {} },
  }));
  return { ...read, refused: [...read.refused, ...nested] };
}

/** Nothing of a file was taken. */
export function refusedWhole(name: string, reason: Reason): ReadQuestions {
  return { questions: [], refused: [{ where: name, reason }], media: new Map() };
}
