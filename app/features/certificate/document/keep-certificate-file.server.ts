import type { Db } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { hasObject, putObject } from "#app/platform/storage/storage.server.ts";
import type { CertificateForm } from "../certificate-forms.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { loadTemplateImages } from "../templates/load-images.server.ts";
import { templateDesignSchema } from "../templates/template-design.ts";
import { notSignedYet } from "./document-errors.ts";
import { renderCertificate } from "./render-certificate.server.ts";

export type KeptFile = { sha256: string; bytes: number };

type WantedFile = { certificateId: string; form: CertificateForm };

/**
 * Finds the PDF of a certificate in one form, or makes it: once, for whoever is first, and from then on those bytes.
 * Throws `notSignedYet` and `documentBusy` (503), and an error for operators where the storage lost a file that can no
 * longer be made the same.
 */
export async function keepCertificateFile({ db }: { db: Db }, wanted: WantedFile): Promise<KeptFile> {
  const kept = await findFile(db, wanted);
  if (!kept) return makeFile(db, wanted);
  if (!(await hasObject(kept.sha256))) await makeAgain(db, { ...wanted, ...kept });
  return kept;
}

async function findFile(db: Db, { certificateId, form }: WantedFile): Promise<KeptFile | null> {
  return db.certificateFile.findUnique({
    where: { certificateId_form: { certificateId, form } },
    select: { sha256: true, bytes: true },
  });
}

async function makeFile(db: Db, wanted: WantedFile): Promise<KeptFile> {
  const bytes = await render(db, wanted);
  // Before the row, so that whoever finds the row finds the bytes.
  const sha256 = await putObject({ bytes, contentType: "application/pdf" });
  await db.certificateFile.createMany({ data: [{ ...wanted, sha256, bytes: bytes.length }], skipDuplicates: true });
  // Another process may have been first, with another version of the layout.
  const kept = await findFile(db, wanted);
  if (!kept) throw new Error(`The PDF ${wanted.form} of certificate ${wanted.certificateId} was not kept`);
  return kept;
}

/** Puts lost bytes back, if they come out the same. */
async function makeAgain(db: Db, { sha256, ...wanted }: WantedFile & KeptFile): Promise<void> {
  const bytes = await render(db, wanted);
  if (bytes.length !== wanted.bytes || (await sha256Of(bytes)) !== sha256) {
    throw new Error(
      `The storage has lost ${sha256}, the PDF ${wanted.form} of certificate ${wanted.certificateId}; made anew it has other bytes. Bring the storage back from a backup.`,
    );
  }
  await putObject({ bytes, contentType: "application/pdf" });
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

async function render(db: Db, { certificateId, form }: WantedFile): Promise<Uint8Array<ArrayBuffer>> {
  const certificate = await db.certificate.findUnique({
    where: { id: certificateId },
    select: {
      snapshot: true,
      snapshotSha256: true,
      credential: true,
      templateVersion: { select: { design: true } },
    },
  });
  if (!certificate) throw notFound();
  const { credential, templateVersion } = certificate;
  if (credential === null) throw notSignedYet();
  const design = templateDesignSchema.parse(templateVersion.design);
  return renderCertificate({
    snapshot: readSnapshot(certificate),
    design,
    images: await loadTemplateImages(design),
    form,
    credential,
  });
}
