import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { ActResult } from "../issuing/act-on-certificates.server.ts";
import { canManageCertificates } from "../issuing/certificate-access.ts";
import type { bulkActs } from "../issuing/certificate-acts-schema.ts";
import type { Outcome } from "./outcome.ts";

/** What came of an act upon many, with the names that each certificate shows. Names nobody to others than admins. */
export async function describeOutcomes(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { act, results }: { act: (typeof bulkActs)[number]; results: readonly ActResult[] },
): Promise<Outcome[]> {
  if (!canManageCertificates(actor)) return [];
  const found = await db.certificate.findMany({
    where: { serial: { in: results.map(({ serial }) => serial) } },
    select: { serial: true, recipientArabic: true, recipientLatin: true },
  });
  const named = new Map(found.map((certificate) => [certificate.serial, certificate]));
  return results.map((result) => ({
    key: result.serial,
    arabic: named.get(result.serial)?.recipientArabic ?? null,
    latin: named.get(result.serial)?.recipientLatin ?? null,
    did: act,
    refused: result.ok ? null : result.messageKey,
    serial: (result.ok ? result.newSerial : undefined) ?? result.serial,
  }));
}
