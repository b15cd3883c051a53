import { resolve } from "node:path";
import {
  createSampleAccounts,
  findSamplePeople,
  type SampleAccount,
} from "#app/features/account/create-sample-accounts.server.ts";
import { importSampleAcademy } from "#app/features/package/import-sample-academy.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { issueSampleCertificates } from "./sample-certificates.ts";
import { openSampleLearning } from "./sample-learning.ts";

/** Brings the sample academy into an empty database with some who learn there, and returns how to sign in as its people. */
export async function openSampleAcademy(): Promise<SampleAccount[]> {
  const { db, close } = openDatabase({ url: env.DATABASE_URL ?? "", pool: 2 });
  try {
    const imported = await importSampleAcademy({ db, clock: systemClock }, { root: resolve("content") });
    if (imported) process.stdout.write("The sample academy was imported.\n");
    const accounts = await createSampleAccounts({ db });
    if (imported) {
      const people = await findSamplePeople({ db });
      await openSampleLearning({ db }, people);
      await issueSampleCertificates({ db }, people);
    }
    return accounts;
  } finally {
    await close();
  }
}
