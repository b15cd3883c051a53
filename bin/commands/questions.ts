import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import {
  type ExportFormat,
  exportFormats,
  type ImportFormat,
  importFormats,
  MOST_FILE_BYTES,
} from "#app/features/quiz/exchange/exchange-formats.ts";
import type { Loss, Reason } from "#app/features/quiz/exchange/exchanged-question.ts";
import { exportQuestionsUnsafe } from "#app/features/quiz/export-questions.server.ts";
import { type ImportReport, importQuestionsUnsafe } from "#app/features/quiz/import-questions.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { withMigratedDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";
import { lossInEnglish, reasonInEnglish } from "./question-words.ts";

type Options = { course: string; format: string };

/** academy import-questions FILE: fails where nothing of the file could be taken and something was refused. */
export async function runImportQuestions(path: string, options: Options & { dryRun?: boolean }): Promise<Outcome> {
  const format = importFormats.find((one) => one === options.format);
  if (!format) return refused(`--format is one of ${importFormats.join(", ")}`);
  const name = basename(path);
  const bytes = await readBounded(resolve(path));
  if (!bytes) return sayImport(tooLarge(name, format));
  const report = await withMigratedDatabase(async ({ db }) => {
    const course = await findCourse(db, options.course);
    return (
      course &&
      importQuestionsUnsafe(
        { db, clock: systemClock, actor: null },
        { course, file: { name, bytes, format }, dryRun: options.dryRun === true },
      )
    );
  });
  return report ? sayImport(report) : noCourse(options.course);
}

/** academy export-questions FILE */
export async function runExportQuestions(path: string, options: Options): Promise<Outcome> {
  const format: ExportFormat | undefined = exportFormats.find((one) => one === options.format);
  if (!format) return refused(`--format is one of ${exportFormats.join(", ")}`);
  const exported = await withMigratedDatabase(async ({ db }) => {
    const course = await findCourse(db, options.course);
    return course && exportQuestionsUnsafe(db, { course, format, sayLosses: () => "" });
  });
  if (!exported) return noCourse(options.course);
  const { report, file } = exported;
  await writeFile(resolve(path), file.bytes);
  const lossy = report.lossy.map(({ name, losses }) => ({ name, losses: losses.map(sayLossy) }));
  const left = report.refused.map(({ name, reason }) => ({ where: name, ...sayRefused(reason) }));
  const lines = [
    ...left.map(({ where, reason }) => `refused   ${where}: ${reason}`),
    ...lossy.flatMap(({ name, losses }) => losses.map(({ words }) => `lossy     ${name}: ${words}`)),
    `${report.written.length} questions written to ${resolve(path)}, ${left.length} refused.`,
  ];
  const partly = new Set(lossy.map(({ name }) => name));
  const taken = report.written.filter(({ name }) => !partly.has(name));
  return { ok: true, text: lines.join("\n"), json: { format, file: resolve(path), taken, lossy, refused: left } };
}

const findCourse = (db: Db, slug: string) =>
  db.course.findUnique({ where: { slug }, select: { id: true, slug: true, sourceLocale: true } });

const refused = (message: string): Outcome => ({ ok: false, text: message, json: { error: "invalid", message } });
const noCourse = (slug: string) => refused(`There is no course ${slug}`);

/** A file whole, or undefined where it is larger than is taken: no more than that is ever read. */
async function readBounded(path: string): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of createReadStream(path)) {
    length += part.length;
    if (length > MOST_FILE_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(name: string, format: ImportFormat): ImportReport {
  const reason: Reason = { code: "tooLarge", values: { megabytes: String(MOST_FILE_BYTES / 1024 / 1024) } };
  return { format, dryRun: true, added: 0, questions: [], refused: [{ where: name, reason }], aside: [] };
}

const sayLossy = (loss: Loss) => ({ ...loss, words: lossInEnglish(loss) });
const sayRefused = (reason: Reason) => ({ reason: reasonInEnglish(reason), code: reason.code, values: reason.values });

function sayImport({ format, dryRun, added, questions, refused: left, aside }: ImportReport): Outcome {
  const whole = questions.filter(({ losses }) => losses.length === 0);
  const lossy = [
    ...questions.filter(({ losses }) => losses.length > 0).map((one) => ({ ...one, losses: one.losses.map(sayLossy) })),
    ...aside.map(({ where, losses }) => ({ name: where, where, losses: losses.map(sayLossy) })),
  ];
  const taken = whole.map(({ losses: _, ...one }) => one);
  const refusals = left.map(({ where, reason }) => ({ where, ...sayRefused(reason) }));
  const lines = [
    ...taken.map(({ name, type, already }) => `${already ? "unchanged" : "taken    "} ${type}: ${name}`),
    ...lossy.flatMap(({ name, losses }) => losses.map(({ words }) => `lossy     ${name}: ${words}`)),
    ...refusals.map(({ where, reason }) => `refused   ${where}: ${reason}`),
    `${questions.length} can be taken, ${refusals.length} are refused. ${sayEnd(dryRun, added)}`,
  ];
  const ok = questions.length > 0 || refusals.length === 0;
  return { ok, text: lines.join("\n"), json: { format, dryRun, added, taken, lossy, refused: refusals } };
}

function sayEnd(dryRun: boolean, added: number): string {
  if (dryRun) return `Nothing was written; ${added} would be added.`;
  return added === 0 ? "Nothing was added." : `${added} were added.`;
}
