import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Profile } from "./profile-schema.ts";

/** Changes one's own profile. Certificates that were issued keep the names they were issued with. */
export async function updateProfile({ db, actor }: PersonContext, profile: Profile): Promise<void> {
  await db.user.update({ where: { id: actor.id }, data: profile, select: { id: true } });
}
