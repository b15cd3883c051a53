import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CertificateCause } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { certificateStatus } from "../certificate-status.ts";

const linkSchema = z.object({
  serial: z.string(),
  recipientArabic: z.string().nullable(),
  recipientLatin: z.string().nullable(),
  cause: z.enum(CertificateCause),
  issuedAt: z.date(),
  expiresAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  current: z.boolean(),
});

/**
 * A certificate (by its sixteen letters) with all that it superseded and that superseded it, the newest first. Throws
 * 404 for all but admins.
 */
export async function findChain(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { serial }: { serial: string },
) {
  if (!isAdmin(actor)) throw notFound();
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH RECURSIVE "older" AS (
      SELECT c."id", c."supersedesId" FROM "Certificate" c WHERE c."serial" = ${serial}
      UNION SELECT c."id", c."supersedesId" FROM "Certificate" c JOIN "older" o ON c."id" = o."supersedesId"
    ), "newer" AS (
      SELECT c."id" FROM "Certificate" c WHERE c."serial" = ${serial}
      UNION SELECT c."id" FROM "Certificate" c JOIN "newer" n ON c."supersedesId" = n."id"
    )
    SELECT c."serial", c."recipientArabic", c."recipientLatin", c."cause", c."issuedAt", c."expiresAt", c."revokedAt",
      c."current"
    FROM "Certificate" c WHERE c."id" IN (SELECT "id" FROM "older" UNION SELECT "id" FROM "newer")
    ORDER BY c."statusPlace" DESC`,
  );
  const now = clock.now();
  return z
    .array(linkSchema)
    .parse(rows)
    .map((link) => ({ ...link, status: certificateStatus(link, now) }));
}

export type ChainLink = Awaited<ReturnType<typeof findChain>>[number];
