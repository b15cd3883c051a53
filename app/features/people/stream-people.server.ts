import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { type CsvCell, streamCsv } from "#app/platform/csv/write-csv.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { TimeCursor } from "#app/platform/http/time-cursor.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { type PersonInList, readPeople } from "./find-people.server.ts";
import type { PeopleFilters } from "./people-filters.ts";
import { standingsOf } from "./standings.ts";

const PIECE = 1_000;

const columns = ["id", "name", "email", "role", "state", "secondFactor", "enrolments", "joined"] as const;

export type PeopleWords = {
  head: (column: (typeof columns)[number]) => string;
  /** A role or a state. */
  word: (key: string) => string;
  yesNo: (is: boolean) => string;
};

/**
 * All people who pass the filters as CSV, read and sent a thousand at a time. Written to the audit log. Throws 404 for
 * all but admins.
 */
export async function streamPeople(
  ctx: PersonContext,
  { filters, words }: { filters: PeopleFilters; words: PeopleWords },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { db, actor } = ctx;
  if (!isAdmin(actor)) throw notFound();
  const entry = { action: "people.export", subjectType: "people", after: { ...filters } };
  await inTransaction(db, (tx) => writePlainEntry(tx, ctx, entry));
  const timeZone = await readerZone(db, actor);
  const line = (person: PersonInList): CsvCell[] => {
    const { roles, state } = standingsOf(person);
    return [
      person.id,
      person.name,
      person.email,
      roles.map((role) => words.word(`roles.${role}`)).join(" + "),
      words.word(`states.${state}`),
      words.yesNo(person.twoFactorEnabled),
      person.enrolments,
      person.createdAt,
    ];
  };
  async function* pieces() {
    for (let cursor: TimeCursor | undefined; ; ) {
      const rows = await readPeople(db, { filters, cursor, limit: PIECE, timeZone });
      yield rows.map(line);
      const last = rows.at(-1);
      if (!last || rows.length < PIECE) return;
      cursor = { direction: "after", at: last.createdAt.toISOString(), id: last.id };
    }
  }
  return streamCsv(columns.map(words.head), pieces());
}
