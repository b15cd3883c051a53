import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { digestKey, sendDigestJob } from "./notice-jobs.ts";
import { choiceFor, noticeKindNames } from "./notice-kinds.ts";
import { nextDigestAt, usualTimes } from "./notice-times.ts";
import type { Preferences } from "./preferences-schema.ts";

/** What a person chose, with the academy's default where she chose nothing. Two queries. */
export async function findPreferences({ db, actor }: Pick<PersonContext, "db" | "actor">) {
  const chosen = await db.noticePreference.findMany({ where: { userId: actor.id } });
  const times = (await db.noticeTimes.findUnique({ where: { userId: actor.id } })) ?? usualTimes;
  const kinds = noticeKindNames.map((kind) => {
    const own = chosen.find((one) => one.kind === kind);
    return { kind, ...choiceFor(kind, own && { shown: own.shown, mail: own.mail }) };
  });
  const { rhythm, hour, weekday, quietFrom, quietUntil, digestOff } = times;
  return { kinds, rhythm: digestOff ? ("never" as const) : rhythm, hour, weekday, quietFrom, quietUntil };
}

/**
 * Keeps how a person wants to be told. What waits for her digest goes out at the hour she chose now; where she wants
 * none it stays in her list alone. Throws `quietHours` where her quiet hours end as they begin.
 */
export async function changePreferences(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { kinds, rhythm, quiet, quietFrom, quietUntil, ...rest }: Preferences,
): Promise<void> {
  if (quiet && quietFrom === quietUntil)
    throw new ExpectedError({ code: "quietHours", messageKey: "notices:errors.quietHours", status: 400 });
  const userId = actor.id;
  const hours = quiet ? { quietFrom, quietUntil } : { quietFrom: null, quietUntil: null };
  const digest = rhythm === "never" ? { digestOff: true } : { digestOff: false, rhythm };
  await inTransaction(db, async (tx) => {
    for (const { kind, ...choice } of kinds)
      await tx.noticePreference.upsert({
        where: { userId_kind: { userId, kind } },
        create: { userId, kind, ...choice },
        update: choice,
      });
    const times = { ...rest, ...hours, ...digest };
    const kept = await tx.noticeTimes.upsert({ where: { userId }, create: { userId, ...times }, update: times });
    const waiting = await tx.notification.count({ where: { userId, digestDue: true } });
    if (waiting === 0) return;
    const runAt = nextDigestAt(kept, { now: clock.now(), timeZone: await readerZone(tx, actor) });
    await addJob(tx, sendDigestJob, { userId }, { key: digestKey(userId), runAt });
  });
}
