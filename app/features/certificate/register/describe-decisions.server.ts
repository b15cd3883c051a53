import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { canManageCertificates } from "../issuing/certificate-access.ts";
import type { RequestResult } from "../issuing/decide-requests.server.ts";
import type { Outcome } from "./outcome.ts";

/** What came of a decision on many, with the name of each who asked. Names nobody to others than admins. */
export async function describeDecisions(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { decision, results }: { decision: "approve" | "refuse"; results: readonly RequestResult[] },
): Promise<Outcome[]> {
  if (!canManageCertificates(actor)) return [];
  const found = await db.certificateRequest.findMany({
    where: { id: { in: results.map(({ requestId }) => requestId) } },
    select: { id: true, user: { select: { name: true, fullNameArabic: true, fullNameLatin: true } } },
  });
  const asking = new Map(found.map(({ id, user }) => [id, user]));
  return results.map((result) => {
    const person = asking.get(result.requestId);
    const latin = person?.fullNameLatin ?? (person?.fullNameArabic ? null : (person?.name ?? null));
    return {
      key: result.requestId,
      arabic: person?.fullNameArabic ?? null,
      latin,
      did: decision,
      refused: result.ok ? null : result.messageKey,
      serial: (result.ok ? result.serial : undefined) ?? null,
    };
  });
}
