import { notFound } from "#app/platform/errors/errors.ts";
import { countTry, type RateRule } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import type { CertificateForm } from "../certificate-forms.ts";
import { canSeeNames } from "../issuing/certificate-access.ts";
import { keepCertificateFile } from "./keep-certificate-file.server.ts";

/** Forms that nobody has fetched before, for one address. */
const firstForms: RateRule = { name: "certificate-forms", points: 120, seconds: 600 };

/**
 * The bytes of a certificate's PDF in one form; the first who asks for it has it made. `serial` is the sixteen letters,
 * `caller` what counts as one for the limits. Answers 404 where there is none or its holder hides her names from this
 * actor. Throws `tooMany`, and what `keepCertificateFile` throws.
 */
export async function findCertificatePdf(
  { db, actor }: Pick<UseCaseContext, "db" | "actor">,
  { serial, form, caller }: { serial: string; form: CertificateForm; caller: string },
): Promise<{ sha256: string; bytes: Buffer<ArrayBufferLike> }> {
  const certificate = await db.certificate.findUnique({
    where: { serial },
    select: {
      id: true,
      userId: true,
      namesHidden: true,
      withdrawnAt: true,
      files: { where: { form }, select: { sha256: true } },
    },
  });
  if (!certificate || !canSeeNames(actor, certificate)) throw notFound();
  const known = certificate.files[0] && (await getObject(certificate.files[0].sha256));
  if (certificate.files[0] && known) return { sha256: certificate.files[0].sha256, bytes: known };
  await countTry({ db, rule: firstForms, key: caller });
  const { sha256 } = await keepCertificateFile({ db }, { certificateId: certificate.id, form });
  const bytes = await getObject(sha256);
  if (!bytes) throw new Error(`The storage does not give back ${sha256}, which it has just taken`);
  return { sha256, bytes };
}
