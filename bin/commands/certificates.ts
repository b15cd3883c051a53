import { once } from "node:events";
import { certificateStatus } from "#app/features/certificate/certificate-status.ts";
import { type RegisterRow, readRegister } from "#app/features/certificate/register/find-register.server.ts";
import { certificateStatuses, type RegisterFilters } from "#app/features/certificate/register/register-filters.ts";
import { registerFiltersSchema } from "#app/features/certificate/register/register-schema.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { withMigratedDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

type Options = { course?: string; programme?: string; status?: string; since?: string; json?: boolean };

const PIECE = 500;

/**
 * academy certificates: writes the register to `out` piece by piece, those issued last first, so that it may be of any
 * length. What it answers is said only where it refuses.
 */
export async function runCertificates(
  options: Options,
  { out = process.stdout }: { out?: NodeJS.WritableStream } = {},
): Promise<Outcome | undefined> {
  const filters = readFilters(options);
  if (typeof filters === "string") return refused(filters);
  return withMigratedDatabase(async ({ db }) => {
    const missing = await findMissing(db, options);
    if (missing) return refused(missing);
    const write = async (text: string) => {
      if (!out.write(text)) await once(out, "drain");
    };
    await (options.json ? writeJson : writeTable)(readPieces(db, filters), write);
    return undefined;
  });
}

function readFilters({ course, programme, status, since }: Options): RegisterFilters | string {
  if (course && programme) return "Give --course or --programme, not both";
  const achievement = course ? `course:${course}` : programme && `programme:${programme}`;
  const filters = registerFiltersSchema.parse({ for: achievement, status, from: since });
  if (status && !filters.status) return `--status is one of ${certificateStatuses.join(", ")}`;
  if (since && !filters.from) return "--since is a day, for example 2026-11-22 (in UTC)";
  if (achievement && !filters.for)
    return "--course and --programme are the last part of an address, for example reading-the-old-city";
  return filters;
}

async function findMissing(db: Db, { course, programme }: Options): Promise<string | undefined> {
  if (course && (await db.course.count({ where: { slug: course } })) === 0) return `There is no course ${course}`;
  if (programme && (await db.programme.count({ where: { slug: programme } })) === 0)
    return `There is no programme ${programme}`;
  return undefined;
}

type Line = ReturnType<typeof toLine>;
type Write = (text: string) => Promise<void>;

async function* readPieces(db: Db, filters: RegisterFilters): AsyncGenerator<Line[]> {
  const now = systemClock.now();
  for (let last: RegisterRow | undefined; ; ) {
    const cursor = last && ({ direction: "after", at: last.issuedAt.toISOString(), id: last.id } as const);
    const rows = await readRegister(db, { filters, cursor, limit: PIECE, timeZone: "UTC", now });
    yield rows.map((row) => toLine(row, now));
    last = rows.at(-1);
    if (rows.length < PIECE) return;
  }
}

function toLine(row: RegisterRow, now: Date) {
  const { recipientArabic, recipientLatin, kind, slug, titles, email, cause } = row;
  return {
    serial: writeSerial(row.serial),
    status: certificateStatus(row, now),
    ...{ cause, kind, slug, titles },
    recipient: { arabic: recipientArabic, latin: recipientLatin },
    email,
    issuedAt: row.issuedAt,
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
    revokedReason: row.revokedReason,
    supersededBy: row.supersededBy === null ? null : writeSerial(row.supersededBy),
  };
}

async function writeJson(pieces: AsyncGenerator<Line[]>, write: Write): Promise<void> {
  await write('{"ok":true,"certificates":[');
  let count = 0;
  for await (const lines of pieces) {
    const text = lines.map((line, index) => `${count + index > 0 ? "," : ""}\n${JSON.stringify(line)}`).join("");
    count += lines.length;
    await write(text);
  }
  await write(`\n],"count":${count}}\n`);
}

async function writeTable(pieces: AsyncGenerator<Line[]>, write: Write): Promise<void> {
  const columns = (...[serial, status, issued, what, who]: [string, string, string, string, string]) =>
    `${serial.padEnd(20)} ${status.padEnd(11)} ${issued.padEnd(11)} ${what.padEnd(40)} ${who}\n`;
  await write(columns("SERIAL", "STATUS", "ISSUED", "FOR", "NAME"));
  let count = 0;
  for await (const lines of pieces) {
    count += lines.length;
    const text = lines.map(({ serial, status, issuedAt, kind, slug, recipient }) =>
      columns(serial, status, issuedAt.toISOString().slice(0, 10), `${kind} ${slug}`, nameOf(recipient)),
    );
    await write(text.join(""));
  }
  await write(`In all: ${count}\n`);
}

const nameOf = ({ arabic, latin }: Line["recipient"]) => latin ?? arabic ?? "";

function refused(message: string): Outcome {
  return { ok: false, text: message, json: { error: "invalid", message } };
}
