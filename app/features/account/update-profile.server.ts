import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Profile } from "./profile-schema.ts";

/**
 * Changes one's own profile. Certificates that were issued keep the names they were issued with; names that are
 * written otherwise now are yet to be checked.
 */
export async function updateProfile({ db, actor }: PersonContext, profile: Profile): Promise<void> {
  const { fullNameArabic, fullNameLatin } = profile;
  await inTransaction(db, async (tx) => {
    await tx.$executeRaw`
      UPDATE "User" SET "namesCheckedAt" = NULL WHERE "id" = ${actor.id}::uuid AND "namesCheckedAt" IS NOT NULL
        AND ("fullNameArabic", "fullNameLatin") IS DISTINCT FROM (${fullNameArabic}::text, ${fullNameLatin}::text)`;
    await tx.user.update({ where: { id: actor.id }, data: profile, select: { id: true } });
  });
}
