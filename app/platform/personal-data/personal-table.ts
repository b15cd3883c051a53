import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";

/** Whose data is meant: her account, and the address that it has. */
export type Whose = { id: string; email: string };

/**
 * Why a column is not in what a person may take away of herself:
 * - `secret`: whoever has it could act as her
 * - `others`: it says something of somebody else
 * - `inner`: it only holds the academy's own things together
 * - `notYet`: she is not to see it before those who teach show it to all
 */
export type Withheld = "secret" | "others" | "inner" | "notYet";

/**
 * Why rows stay when an account is deleted; what names her in them is cleared:
 * - `statistics`: figures of courses and questions count them, without a name
 * - `records`: the law asks for records of money
 * - `audit`: what was done by and to people stays on record
 * - `proof`: that she asked, or agreed, must be shown later
 */
export const keptFor = ["statistics", "records", "audit", "proof"] as const;
export type KeptFor = (typeof keptFor)[number];

/** A table of which some rows are about one person. `t` names its rows in all SQL here. */
export type PersonalTable = {
  table: string;
  /** The condition by which rows are hers. */
  hers: (whose: Whose) => Prisma.Sql;
  /** Columns that she may take away. */
  gives: readonly string[];
  /** Those of them that are read otherwise than as they stand. */
  reads?: Readonly<Record<string, Prisma.Sql>>;
  withholds?: Partial<Record<Withheld, readonly string[]>>;
  onErasure:
    | { act: "remove" }
    | {
        act: "keep";
        why: KeptFor;
        clear?: Readonly<Record<string, Prisma.Sql>> /** Rows to clear; all, if not said. */;
        where?: Prisma.Sql;
      }
    /** The feature's `erase` does it. */
    | { act: "byHand"; why: KeptFor };
};

/** Columns that name who made or decided something of the academy. They lead to an account that no longer names anybody. */
export type AuthorColumns = { table: string; columns: readonly string[] };

/** A file that goes with what a person takes away; `path` is where it lies in the archive. */
export type PersonalFile = {
  path: string;
  open: () => Promise<ReadableStream<Uint8Array> | undefined>;
};

/** What a feature keeps about people, and what becomes of it. */
export type PersonalData = {
  tables: readonly PersonalTable[];
  authors?: readonly AuthorColumns[];
  /** Tables that hold nothing about a person, or nothing but what is published of the academy. */
  impersonal: readonly string[];
  files?: (db: DbOrTx, whose: Whose) => Promise<PersonalFile[]>;
  /** Does in the erasing transaction what the tables cannot say, before they are cleared. */
  erase?: (tx: Tx, erasing: Erasing) => Promise<void>;
};

/** `afterwards`: keys of large files and hashes of stored objects to be removed once all is committed. */
export type Erasing = {
  whose: Whose;
  certificates: "keep" | "withdraw";
  now: Date;
  afterwards: { largeFiles: string[]; objects: string[] };
};

/** The rows whose column is her account. */
export const ofUser = (column: string) => (whose: Whose) =>
  Prisma.sql`t.${Prisma.raw(`"${column}"`)} = ${whose.id}::uuid`;

/** The rows that hang on one of her enrolments. */
export const ofEnrolment = ({ id }: Whose) =>
  Prisma.sql`t."enrolmentId" IN (SELECT e."id" FROM "Enrolment" e WHERE e."userId" = ${id}::uuid)`;

/** The rows that hang on one of her attempts. */
export const ofAttempt = ({ id }: Whose) => Prisma.sql`t."attemptId" IN (SELECT a."id" FROM "Attempt" a
  JOIN "Enrolment" e ON e."id" = a."enrolmentId" WHERE e."userId" = ${id}::uuid)`;

/** The rows that hang on one of her orders. */
export const ofOrder = ({ id }: Whose) =>
  Prisma.sql`t."orderId" IN (SELECT o."id" FROM "Order" o WHERE o."buyerId" = ${id}::uuid)`;

/** What stands where a name was. */
export const NO_NAME = "—";
export const nobody = Prisma.sql`'—'`;
export const nothing = Prisma.sql`NULL`;
