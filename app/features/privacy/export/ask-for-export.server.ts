import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { countTry, type RateRule } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { makeExportJob } from "./export-jobs.ts";

const DAY_MS = 86_400_000;

const exportsByPerson: RateRule = { name: "data-export-person", points: 3, seconds: 86_400 };

/**
 * Has all that the academy keeps of the actor put together for her. While one is made no other is begun; one that has
 * not come after a day is given up. Throws `tooMany` after three in a day.
 */
export async function askForExport({ db, actor, clock, locale }: PersonContext): Promise<void> {
  const now = clock.now();
  const where = { userId: actor.id, state: "waiting" } as const;
  await db.dataExport.updateMany({
    where: { ...where, askedAt: { lt: new Date(now.getTime() - DAY_MS) } },
    data: { state: "failed" },
  });
  if ((await db.dataExport.count({ where })) > 0) return;
  await countTry({ db, rule: exportsByPerson, key: actor.id });
  await inTransaction(db, async (tx) => {
    const [made] = await tx.dataExport.createManyAndReturn({
      data: [{ userId: actor.id, locale, askedAt: now }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (made) await addJob(tx, makeExportJob, { exportId: made.id });
  });
}
