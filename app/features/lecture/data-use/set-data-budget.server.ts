import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { DataBudgetInput } from "./data-use-schema.ts";

/** Sets or lifts the actor's own limit of video for a month. */
export async function setDataBudget(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { videoBudgetMb }: DataBudgetInput,
): Promise<void> {
  await db.user.update({ where: { id: actor.id }, data: { videoBudgetMb }, select: { id: true } });
}
