import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openRoster } from "../open-roster.server.ts";
import type { Audience } from "./audience.ts";
import { countRecipients } from "./count-recipients.server.ts";
import { messageRefused } from "./message-errors.ts";

/** To how many learners a message would go now. Throws `nobody` where to none, and 404 as sending does. */
export async function previewMessage(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: slug, audience }: { course: string; audience: Audience },
): Promise<number> {
  const { id: courseId } = await openRoster(ctx, { course: slug });
  const count = await countRecipients(ctx.db, { courseId, audience, now: ctx.clock.now() });
  if (count === 0) throw messageRefused("nobody");
  return count;
}
