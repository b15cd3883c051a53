import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { readSchema } from "#app/platform/db/schema-engine.server.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findBreaks, markUsed, readShape, releaseSchema } from "../../bin/release-schema.ts";

const { commit: _, ...before } = releaseSchema.parse(JSON.parse(readFileSync("prisma/previous-release.json", "utf8")));
const database = openTestDatabase({ pool: 2 });

test("the release before can go on reading and writing while this one takes its place", async () => {
  expect(findBreaks(before, await readShape(database.connections))).toEqual([]);
});

test("everything that the code of this release names is in the database", async () => {
  const shape = await readShape(database.connections);
  const { tables } = markUsed(shape, await readSchema(resolve("prisma/schema")));
  const models = Object.entries(tables).filter(([, columns]) => Object.values(columns).some(({ used }) => used));
  expect(models.map(([name]) => name)).toEqual(Object.values(Prisma.ModelName).sort());
});

test.each([
  [`ALTER TABLE "User" RENAME COLUMN "name" TO "called"`, "User.name is gone"],
  [`ALTER TABLE "User" ALTER COLUMN "name" TYPE varchar(90)`, "User.name was text and is character varying(90)"],
  [`ALTER TABLE "User" ALTER COLUMN "country" SET NOT NULL`, "User.country could be empty and cannot"],
  [`ALTER TABLE "User" ALTER COLUMN "createdAt" DROP DEFAULT`, "User.createdAt filled itself and does not"],
  [`ALTER TABLE "User" ADD COLUMN "x" TEXT NOT NULL`, "User.x is new, must be filled, and has no default"],
  [`ALTER TYPE "Role" RENAME VALUE 'learner' TO 'student'`, "Role has no learner any more"],
  [`ALTER TABLE "MailboxMessage" RENAME TO "Letter"`, "MailboxMessage is gone"],
])("it is noticed that %s would stop it", async (sql, told) => {
  const client = await database.connections.connect();
  try {
    await client.query("begin");
    await client.query(sql);
    expect(findBreaks(before, await readShape(client))).toContain(told);
  } finally {
    await client.query("rollback");
    client.release();
  }
});
