import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { CertificateSnapshot } from "../certificate-snapshot.ts";
import { holdSigningKey } from "../credential/issuer-keys.server.ts";
import { signCredential } from "../credential/sign-credential.server.ts";

/** A key is replaced by an operator, by hand: more often than this within one job it is not. */
const TRIES = 5;

/**
 * Signs a certificate and keeps the signature, unless another was kept before. A signature counts only while its key
 * is the one that signs: where the key was replaced after it signed, the new one signs again. Throws where the key
 * cannot be opened, or is replaced again and again.
 */
export async function signCertificate(
  { db, sign = signCredential }: { db: Db; sign?: typeof signCredential },
  input: { certificateId: string; snapshot: CertificateSnapshot; statusPlace: number; now: Date },
): Promise<void> {
  const { certificateId, snapshot, statusPlace, now } = input;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { credential, sha256, jwt, publicKey } = await sign({ db }, { snapshot, statusPlace, now });
    const kept = await inTransaction(db, async (tx) => {
      if (!(await holdSigningKey(tx, publicKey))) return false;
      await tx.certificate.updateMany({
        where: { id: certificateId, credential: null },
        data: { credential, credentialSha256: sha256, credentialJwt: jwt, signedAt: now },
      });
      return true;
    });
    if (kept) return;
  }
  throw new Error(
    `The key that signs certificates was replaced ${TRIES} times while certificate ${certificateId} was signed`,
  );
}
