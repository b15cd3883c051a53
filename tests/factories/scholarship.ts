import { applyForScholarship } from "#app/features/payment/scholarships/apply-for-scholarship.server.ts";
import { makeFund } from "#app/features/payment/scholarships/funds/make-fund.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { contextOf } from "./context.ts";
import { createPerson } from "./person.ts";

export const WHY = "I teach in a village school and cannot pay.";

/** A learner asks for a scholarship for a course. Returns its id. */
export function askForScholarship(
  ctx: PersonContext,
  { course, cohortId = null, text = WHY }: { course: { slug: string }; cohortId?: string | null; text?: string },
): Promise<string> {
  return applyForScholarship(ctx, { course: course.slug, cohortId, text });
}

/** An admin, and the context in which she acts. */
export async function createAdmin(db: Db): Promise<PersonContext> {
  return contextOf(db, await createPerson(db, { role: "admin", name: "Huda Admin" }));
}

/** A fund of so many minor units. Returns its id. */
export function createFund(admin: PersonContext, limit: number, currency = "USD"): Promise<string> {
  return makeFund(admin, { name: "Friends of the academy", currency, limit });
}
