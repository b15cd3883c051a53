import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { lockPerson } from "../acts/lock-person.server.ts";
import { accountsMergedMail } from "../mail/people-mails.ts";
import { peopleRefused } from "../people-errors.ts";
import { mergeEnrolments, type SameCourse } from "./merge-enrolments.server.ts";
import { mergeInstructors } from "./merge-instructors.server.ts";
import { type MergeRule, mergeRules } from "./merge-rules.ts";

type Pair = { kept: string; closed: string };

export type MergeReport = {
  /** How many rows of each table moved, and how many stayed because the other account has its own. */
  tables: { table: string; moved: number; stayed: number }[];
  sameCourses: SameCourse[];
};

const quoted = (name: string) => Prisma.raw(`"${name}"`);

/** Applies the rule of one column; returns what it moved, and what stayed though it was to be moved. */
async function applyRule(tx: Tx, { name, rule, kept, closed }: Pair & { name: string; rule: MergeRule }) {
  const [table = "", column = ""] = name.split(".");
  if (rule === "drop") {
    await tx.$executeRaw`DELETE FROM ${quoted(table)} WHERE ${quoted(column)} = ${closed}::uuid`;
    return { table, moved: 0, stayed: 0 };
  }
  if (rule === "move") {
    const moved = await tx.$executeRaw`
      UPDATE ${quoted(table)} SET ${quoted(column)} = ${kept}::uuid WHERE ${quoted(column)} = ${closed}::uuid`;
    return { table, moved, stayed: 0 };
  }
  const [row] = await tx.$queryRaw<{ moved: number }[]>`
    SELECT move_unless_held(${`"${table}"`}::regclass, ${column}, ${closed}::uuid, ${kept}::uuid) AS "moved"`;
  const [left] = await tx.$queryRaw<{ stayed: number }[]>`
    SELECT count(*)::int AS "stayed" FROM ${quoted(table)} WHERE ${quoted(column)} = ${closed}::uuid`;
  return { table, moved: row?.moved ?? 0, stayed: left?.stayed ?? 0 };
}

async function lockBoth(tx: Tx, ctx: PersonContext, { kept, closed }: Pair) {
  if (kept === closed) throw peopleRefused("samePerson");
  const people = [
    await lockPerson(tx, { actor: ctx.actor, id: kept }),
    await lockPerson(tx, { actor: ctx.actor, id: closed }),
  ];
  if (people.some(({ role }) => role === "admin")) throw peopleRefused("adminIsNotMerged");
  const [one, other] = people;
  if (!one || !other) throw peopleRefused("nobodyThere");
  return { one, other };
}

async function mergeAll(tx: Tx, ctx: PersonContext, pair: Pair): Promise<MergeReport> {
  const now = ctx.clock.now();
  const enrolments = await mergeEnrolments(tx, { ...pair, now });
  await mergeInstructors(tx, pair);
  const tables = [];
  for (const [name, rule] of Object.entries(mergeRules)) {
    if (rule !== "own" && rule !== "stay") tables.push(await applyRule(tx, { name, rule, ...pair }));
  }
  await tx.user.update({
    where: { id: pair.closed },
    data: { mergedIntoId: pair.kept, suspendedAt: now, twoFactorEnabled: false },
  });
  return {
    sameCourses: enrolments.sameCourses,
    tables: [{ table: "Enrolment", moved: enrolments.moved, stayed: enrolments.sameCourses.length }, ...tables].filter(
      ({ moved, stayed }) => moved + stayed > 0,
    ),
  };
}

/** What undoes a transaction once its report is made. */
class Rehearsed extends Error {}

/**
 * Says what making two accounts one would do, by doing all of it and taking it back. Throws `samePerson`, `merged`,
 * `adminIsNotMerged`, and 404 for all but admins.
 */
export async function previewMerge(ctx: PersonContext, pair: Pair): Promise<MergeReport> {
  let report: MergeReport | undefined;
  try {
    await inTransaction(ctx.db, async (tx) => {
      await lockBoth(tx, ctx, pair);
      report = await mergeAll(tx, ctx, pair);
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  if (!report) throw peopleRefused("changedMeanwhile");
  return report;
}

/**
 * Makes two accounts of one person one, in one transaction: all that the closed one has goes to the one that is kept; of
 * a course in both, the further progress does, and the other place stays with the closed account, withdrawn. Nobody signs
 * in to the closed account any more, and both addresses are told. Throws as `previewMerge` does.
 */
export async function mergePeople(ctx: PersonContext, { reason, ...pair }: Pair & { reason: string }): Promise<void> {
  await inTransaction(
    ctx.db,
    async (tx) => {
      const { one, other } = await lockBoth(tx, ctx, pair);
      const report = await mergeAll(tx, ctx, pair);
      const entry = { action: "person.merge", subjectType: "person", reason };
      const after = { kept: pair.kept, closed: pair.closed, tables: report.tables, sameCourses: report.sameCourses };
      await writeAuditEntry(tx, ctx, { ...entry, subjectId: pair.kept, after });
      await writeAuditEntry(tx, ctx, { ...entry, subjectId: pair.closed, after: { kept: pair.kept } });
      const values = { kept: one.email, closed: other.email };
      for (const { email: to, letters: locale } of [one, other]) {
        await addMail(tx, accountsMergedMail, { to, locale, values });
      }
    },
    { timeoutMs: 60_000 },
  );
}
