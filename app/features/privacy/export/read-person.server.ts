import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonalTable, Whose } from "#app/platform/personal-data/personal-table.ts";
import { personalParts } from "../registry.ts";

export type PersonRow = Record<string, unknown>;
export type PersonSection = { part: string; table: string; rows: PersonRow[] };

const name = (column: string) => Prisma.raw(`"${column}"`);

/** The rows of one table that are hers, with the columns that she may take away. */
async function readTable(db: DbOrTx, { table, hers, gives, reads = {} }: PersonalTable, whose: Whose) {
  const columns = gives.map(
    (column) => Prisma.sql`${reads[column] ?? Prisma.sql`t.${name(column)}`} AS ${name(column)}`,
  );
  const found = await db.$queryRaw<{ row: PersonRow }[]>`
    SELECT to_json(r) AS "row" FROM (SELECT ${Prisma.join(columns)} FROM ${name(table)} t WHERE ${hers(whose)}) r`;
  return found.map(({ row }) => row);
}

/**
 * Reads all that the academy keeps of a person and may give her, table by table, as JSON: times in UTC, money in minor
 * units. `step` is told after each table.
 */
export async function readPerson(
  db: DbOrTx,
  whose: Whose,
  step: () => Promise<void> = async () => undefined,
): Promise<PersonSection[]> {
  const sections: PersonSection[] = [];
  for (const { part, data } of personalParts) {
    for (const table of data.tables) {
      sections.push({ part, table: table.table, rows: await readTable(db, table, whose) });
      await step();
    }
  }
  return sections;
}

/** How many steps `readPerson` tells of. */
export const tableCount = personalParts.reduce((sum, { data }) => sum + data.tables.length, 0);
