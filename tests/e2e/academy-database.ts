import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "#app/platform/db/client.server.ts";

export type AcademyDb = ReturnType<typeof openDatabase>["db"];

/** When a journey's own course was published: it stands last in the catalogue, where others look for those of the sample. */
export const longAgo = new Date("2020-01-01");

/** Where the data of the academy lie that is being tested. */
export const academyFolder = () => process.env.ACADEMY_FOLDER ?? "";

/** The database of the academy that is being tested. */
export async function withAcademyDatabase<T>(work: (db: AcademyDb) => Promise<T>): Promise<T> {
  const port = readFileSync(join(academyFolder(), "postgres", "postmaster.pid"), "utf8").split("\n")[3];
  const { db, close } = openDatabase({ url: `postgresql://postgres@127.0.0.1:${port}/postgres`, pool: 2 });
  return work(db).finally(close);
}
