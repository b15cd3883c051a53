import { callerOf, countTry, type RateRule, refuseWhenSpent } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { normaliseAccessCode } from "./access-code.ts";
import { lastDay } from "./group-mails.ts";
import { isOpenGroup } from "./lock-group.server.ts";
import { titlesIn } from "./present-group.ts";

/** Nobody mistypes her code more often from one place; whoever tries out codes does. */
const wrongCodes: RateRule = { name: "access-codes-caller", points: 60, seconds: 3_600 };

const columns = {
  ...{ code: true, usedById: true, usedAt: true },
  group: {
    select: {
      ...{ name: true, expiresAt: true, closedAt: true },
      order: { select: { state: true } },
      course: { select: { id: true, slug: true, texts: { select: { locale: true, title: true } } } },
      cohort: { select: { names: true, startsAt: true, endsAt: true } },
    },
  },
} as const;

/** How a code stands for who asks. */
export type CodeStanding = "open" | "used" | "over" | "yours" | "held";

/**
 * What an access code opens, and whether it does so for who asks: `yours` where she used it herself, `held` where she has
 * a place in the course already. Undefined for a code that there is not; `tooMany` for who tries out codes.
 */
export async function findCode(
  { db, actor, clock }: Pick<UseCaseContext, "db" | "actor" | "clock">,
  { code: typed, address }: { code: string; address: string },
) {
  const caller = { db, rule: wrongCodes, key: callerOf(address) };
  await refuseWhenSpent(caller);
  const found = await db.accessCode.findUnique({ where: { code: normaliseAccessCode(typed) }, select: columns });
  if (!found) {
    await countTry(caller);
    return undefined;
  }
  const { code, usedAt, usedById, group } = found;
  const { course, cohort, name, expiresAt } = group;
  const held = actor
    ? await db.enrolment.count({ where: { userId: actor.id, courseId: course.id, state: { not: "withdrawn" } } })
    : 0;
  const standing = (): CodeStanding => {
    if (actor && usedById === actor.id) return "yours";
    if (usedAt) return "used";
    if (!isOpenGroup(group, clock.now()) || group.order?.state === "disputed") return "over";
    return held > 0 ? "held" : "open";
  };
  return {
    code,
    standing: standing(),
    name,
    lastDay: lastDay(expiresAt),
    course: { slug: course.slug, titles: titlesIn(course.texts) },
    cohort: cohort && { ...cohort, names: translatedSchema.parse(cohort.names) },
  };
}

export type FoundCode = NonNullable<Awaited<ReturnType<typeof findCode>>>;
