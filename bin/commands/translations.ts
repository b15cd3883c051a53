import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
  exportXliff,
  lookAtXliff,
  takeXliff,
  type XliffReport,
} from "#app/features/lesson/translation/xliff/exchange-translations.server.ts";
import { MOST_XLIFF_BYTES } from "#app/features/lesson/translation/xliff/xliff-limits.ts";
import translation from "#app/locales/en/translation.json" with { type: "json" };
import type { Person } from "#app/platform/access/actor.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { withMigratedDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

type Options = { course: string; as: string };

/** academy export-translations FILE */
export async function runExportTranslations(
  path: string,
  { course, as, into, lesson }: Options & { into: string; lesson?: string },
): Promise<Outcome> {
  const language = localeSchema.safeParse(into);
  if (!language.success) return refused(`--into is one of ${localeSchema.options.join(", ")}`);
  return asPerson(as, async (ctx) => {
    const { xliff } = await exportXliff(ctx, { course, language: language.data, lesson });
    const file = resolve(path);
    await writeFile(file, xliff);
    return { ok: true, text: `The translations were written to ${file}.`, json: { file } };
  });
}

/** academy import-translations FILE: fails where nothing of the file could be taken and something was refused. */
export async function runImportTranslations(
  path: string,
  { course, as, dryRun = false }: Options & { dryRun?: boolean },
): Promise<Outcome> {
  const xliff = await readBounded(resolve(path));
  if (xliff === undefined) return refused(translation.refused.tooLarge);
  return asPerson(as, async (ctx) =>
    sayReport(await (dryRun ? lookAtXliff : takeXliff)(ctx, { course, xliff }), dryRun),
  );
}

const refused = (message: string): Outcome => ({ ok: false, text: message, json: { error: "invalid", message } });

type Ctx = { db: Db; actor: Person; clock: typeof systemClock };

/** Does the work with the rights of a person of the academy, in whose name the history has it. */
async function asPerson(email: string, work: (ctx: Ctx) => Promise<Outcome>): Promise<Outcome> {
  return withMigratedDatabase(async ({ db }) => {
    const found = await db.user.findUnique({
      where: { email: email.trim().toLowerCase() },
      select: {
        ...{ id: true, name: true, email: true, emailVerified: true, role: true, twoFactorEnabled: true },
        ...{ locale: true, timeZone: true, calendar: true, digits: true, instructor: { select: { id: true } } },
      },
    });
    if (!found) return refused(`Nobody has the address ${email}`);
    const { instructor, ...person } = found;
    const actor: Person = { ...person, sessionId: person.id, instructorId: instructor?.id ?? null };
    return work({ db, actor, clock: systemClock });
  });
}

/** A file whole, or undefined where it is larger than is taken: no more than that is ever read. */
async function readBounded(path: string): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of createReadStream(path)) {
    length += part.length;
    if (length > MOST_XLIFF_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function sayReport({ source, target, lessons }: XliffReport, dryRun: boolean): Outcome {
  const units = lessons.flatMap(({ slug, outcomes }) => outcomes.map((outcome) => ({ lesson: slug, ...outcome })));
  const told = units.filter(({ what }) => what !== "unchanged" && what !== "untranslated");
  const taken = told.filter(({ what }) => what !== "refused");
  const lines = told.map(({ lesson, id, what, reason }) => {
    const why = reason ? `: ${translation.exchange.reason[reason]}` : "";
    return `${what.padEnd(9)} ${lesson} ${id}${why}`;
  });
  const done = `${taken.length} blocks ${dryRun ? "would be taken" : "taken"}, ${told.length - taken.length} refused, ${units.length - told.length} as they are.`;
  const ok = taken.length > 0 || told.length === 0;
  return { ok, text: [...lines, done].join("\n"), json: { source, target, dryRun, taken: taken.length, units: told } };
}
