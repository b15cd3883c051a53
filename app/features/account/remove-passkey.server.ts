import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { checkPassword } from "./check-password.server.ts";

/** Removes one's own passkey. One that is gone already is no error. Throws `wrongPassword`, or `tooMany`. */
export async function removePasskey(
  ctx: PersonContext,
  { id, currentPassword }: { id: string; currentPassword: string },
): Promise<void> {
  await checkPassword(ctx, currentPassword);
  await ctx.db.passkey.deleteMany({ where: { id, userId: ctx.actor.id } });
}
