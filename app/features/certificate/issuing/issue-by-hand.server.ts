import { z } from "zod";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { canManageCertificates } from "./certificate-access.ts";
import type { CertificateFor } from "./certificate-acts-schema.ts";
import { issueCertificate } from "./issue-certificate.server.ts";
import { issuingRefused } from "./issuing-errors.ts";
import { isNamed } from "./lock-learner.server.ts";

type ByHand = {
  /** An e-mail address, or the id of an account. */
  learner: string;
  for: CertificateFor;
  reason: string;
  namesArabic?: string | null;
  namesLatin?: string | null;
};

/**
 * Gives somebody with an account a certificate, also for what she did not finish here; it says so by having no day on
 * which she finished. Names are given with it only where she has none of her own, and stand on this certificate alone.
 * Whoever holds one is given that one (`issued` false). Throws `unknownLearner`, `unknownSubject`, `nameless` (names
 * must be given) and `hasNames` (others than hers were). Written to the audit log; only for admins, 404 for others.
 */
export async function issueByHand(
  ctx: PersonContext,
  { learner, for: subject, reason, namesArabic = null, namesLatin = null }: ByHand,
): Promise<{ serial: string; issued: boolean }> {
  if (!canManageCertificates(ctx.actor)) throw notFound();
  const person = await findLearner(ctx, learner);
  if (!person) throw issuingRefused("unknownLearner");
  const own = { arabic: person.fullNameArabic, latin: person.fullNameLatin };
  const names = { arabic: namesArabic, latin: namesLatin };
  const others =
    (names.arabic !== null && names.arabic !== own.arabic) || (names.latin !== null && names.latin !== own.latin);
  if (isNamed(own) && others) throw issuingRefused("hasNames");
  const { serial, issued } = await issueCertificate(ctx, {
    ...{ userId: person.id, for: subject, cause: "byHand", reason, names },
  });
  return { serial, issued };
}

async function findLearner({ db }: Pick<PersonContext, "db">, learner: string) {
  const id = z.uuid().safeParse(learner);
  const where = id.success ? { id: id.data } : { email: learner.toLowerCase() };
  return db.user.findUnique({ where, select: { id: true, fullNameArabic: true, fullNameLatin: true } });
}
