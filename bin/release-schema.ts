import type pg from "pg";
import { z } from "zod";
import { Prisma } from "#app/platform/db/generated/client.ts";

const columnSchema = z.object({ type: z.string(), nullable: z.boolean(), fillsItself: z.boolean() });
const tablesSchema = z.record(z.string(), z.record(z.string(), columnSchema));

/** What a release reads and writes: the tables and columns that its code knows, and the values of enumerations. */
export const releaseSchema = z.object({
  /** The commit that was released. */
  commit: z.string(),
  tables: tablesSchema,
  enums: z.record(z.string(), z.array(z.string())),
});
type Shape = Omit<z.infer<typeof releaseSchema>, "commit">;

/** The tables with their columns, and the enumerations, of a database, whoever knows of them. */
export async function readShape(client: pg.ClientBase | pg.Pool): Promise<Shape> {
  const columns = await client.query<{ table: string; name: string } & z.infer<typeof columnSchema>>(
    `SELECT c.relname AS "table", a.attname AS "name", format_type(a.atttypid, a.atttypmod) AS "type",
       NOT a.attnotnull AS "nullable", (a.atthasdef OR a.attidentity <> '') AS "fillsItself"
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY c.relname, a.attname`,
  );
  const tables: Shape["tables"] = {};
  for (const { table, name, ...column } of columns.rows) tables[table] = { ...tables[table], [name]: column };
  const values = await client.query<{ name: string; values: string[] }>(
    `SELECT t.typname AS "name", array_agg(e.enumlabel::text ORDER BY e.enumlabel) AS "values"
     FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = 'public'::regnamespace
     GROUP BY t.typname ORDER BY t.typname`,
  );
  return { tables, enums: Object.fromEntries(values.rows.map((row) => [row.name, row.values])) };
}

/** Of a database's shape what the present code knows. A column that only the database still has may go later. */
export function knownToCode({ tables, enums }: Shape): Shape {
  const parts = new Map<string, unknown>(Object.entries(Prisma));
  const known = Object.values(Prisma.ModelName).map((model) => {
    const fields = z.record(z.string(), z.string()).parse(parts.get(`${model}ScalarFieldEnum`));
    const columns = Object.entries(tables[model] ?? {}).filter(([name]) => name in fields);
    return [model, Object.fromEntries(columns)] as const;
  });
  return { tables: Object.fromEntries(known), enums };
}

/** What in `now` stops code that was written for `before` from reading or writing, in words. */
export function findBreaks(before: Shape, now: Shape): string[] {
  const ofTables = Object.entries(before.tables).flatMap(([table, columns]) => {
    const present = now.tables[table];
    if (!present) return [`${table} is gone`];
    const kept = Object.entries(columns).flatMap(([name, was]) => {
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
