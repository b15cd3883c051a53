import type pg from "pg";
import { z } from "zod";

/** In the file: `text`, `text?` where it may be empty, `uuid=` where it fills itself, and in brackets what no code uses. */
const columnSchema = z
  .string()
  .regex(/^\(?[^?=()]+(\([\d,]+\))?( with time zone)?(\[\])?\??=?\)?$/)
  .transform((text) => {
    const used = !text.startsWith("(");
    const bare = used ? text : text.slice(1, -1);
    return { type: bare.replace(/[?=]+$/, ""), nullable: /\?=?$/.test(bare), fillsItself: bare.endsWith("="), used };
  });
type Column = z.infer<typeof columnSchema>;

/** What a release reads and writes: tables with their columns, and the values of enumerations. */
export const releaseSchema = z.object({
  /** The commit that was released. */
  commit: z.string(),
  tables: z.record(z.string(), z.record(z.string(), columnSchema)),
  enums: z.record(z.string(), z.array(z.string())),
});
type Shape = Omit<z.infer<typeof releaseSchema>, "commit">;

/** The columns of a shape as the file has them. */
export function writeColumn({ type, nullable, fillsItself, used }: Column): string {
  const text = `${type}${nullable ? "?" : ""}${fillsItself ? "=" : ""}`;
  return used ? text : `(${text})`;
}

/** The tables with their columns, and the enumerations, of a database, whoever knows of them. */
export async function readShape(client: pg.ClientBase | pg.Pool): Promise<Shape> {
  const columns = await client.query<{ table: string; name: string } & Omit<Column, "used">>(
    `SELECT c.relname AS "table", a.attname AS "name", format_type(a.atttypid, a.atttypmod) AS "type",
       NOT a.attnotnull AS "nullable", (a.atthasdef OR a.attidentity <> '') AS "fillsItself"
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY c.relname, a.attname`,
  );
  const tables: Shape["tables"] = {};
  for (const { table, name, ...column } of columns.rows)
    tables[table] = { ...tables[table], [name]: { ...column, used: true } };
  const values = await client.query<{ name: string; values: string[] }>(
    `SELECT t.typname AS "name", array_agg(e.enumlabel::text ORDER BY e.enumlabel) AS "values"
     FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = 'public'::regnamespace
     GROUP BY t.typname ORDER BY t.typname`,
  );
  return { tables, enums: Object.fromEntries(values.rows.map((row) => [row.name, row.values])) };
}

/** Marks what the code of this release does not name in its Prisma schema: that may go with the next one. */
export function markUsed(shape: Shape, schema: readonly { content: string }[]): Shape {
  const models = schema.flatMap(({ content }) => [...content.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)]);
  const fields = new Map(
    models.map(([, name = "", body = ""]) => [
      name,
      new Set([...body.matchAll(/^ {2}(\w+)/gm)].map(([, field]) => field)),
    ]),
  );
  const mark = (table: string, columns: Record<string, Column>) =>
    Object.entries(columns).map(([name, column]) => [name, { ...column, used: fields.get(table)?.has(name) ?? false }]);
  const tables = Object.entries(shape.tables).map(([table, of]) => [table, Object.fromEntries(mark(table, of))]);
  return { ...shape, tables: Object.fromEntries(tables) };
}

/** What in `now` stops code that was written for `before` from reading or writing, in words. */
export function findBreaks(before: Shape, now: Shape): string[] {
  const ofTables = Object.entries(before.tables).flatMap(([table, columns]) => {
    const present = now.tables[table];
    const used = Object.entries(columns).filter(([, was]) => was.used);
    if (!present) return used.length > 0 ? [`${table} is gone`] : [];
    const kept = used.flatMap(([name, was]) => {
      const is = present[name];
      if (!is) return [`${table}.${name} is gone`];
      const type = is.type === was.type ? [] : [`${table}.${name} was ${was.type} and is ${is.type}`];
      const strict = was.nullable && !is.nullable ? [`${table}.${name} could be empty and cannot`] : [];
      const bare = was.fillsItself && !is.fillsItself && !is.nullable;
      return [...type, ...strict, ...(bare ? [`${table}.${name} filled itself and does not`] : [])];
    });
    const added = Object.entries(present).filter(([name]) => !(name in columns));
    const demanded = added.filter(([, { nullable, fillsItself }]) => !nullable && !fillsItself);
    return [...kept, ...demanded.map(([name]) => `${table}.${name} is new, must be filled, and has no default`)];
  });
  const ofEnums = Object.entries(before.enums).flatMap(([name, values]) =>
    values.filter((value) => !now.enums[name]?.includes(value)).map((value) => `${name} has no ${value} any more`),
  );
  return [...ofTables, ...ofEnums];
}
