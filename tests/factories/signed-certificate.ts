import { readSnapshot } from "#app/features/certificate/certificate-snapshot.ts";
import { presentIssuer } from "#app/features/certificate/credential/present-issuer.server.ts";
import { signCredential } from "#app/features/certificate/credential/sign-credential.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { createCertificate } from "./certificate.ts";
import { createCourse } from "./course.ts";
import { createPerson } from "./person.ts";

type Options = NonNullable<Parameters<typeof createCertificate>[2]>;

/** A certificate of a new person for a new course, issued under the academy's own address and really signed. */
export async function createSignedCertificate(db: Db, { snapshot, ...options }: Options = {}) {
  const [user, { course }] = [await createPerson(db), await createCourse(db)];
  const names = { ar: "أكاديمية مَقدِس", en: "Maqdis Academy" };
  const issuer = { did: presentIssuer.did, url: presentIssuer.origin, names };
  const made = await createCertificate(
    db,
    { userId: user.id, courseId: course.id },
    { ...options, signed: false, snapshot: { issuer, ...snapshot } },
  );
  const now = new Date(made.issuedAt.getTime() + 1_000);
  const { credential, sha256, jwt } = await signCredential(
    { db },
    { snapshot: readSnapshot(made), statusPlace: made.statusPlace, now },
  );
  const certificate = await db.certificate.update({
    where: { id: made.id },
    data: { credential, credentialSha256: sha256, credentialJwt: jwt, signedAt: now },
  });
  return { certificate, user, credential, jwt };
}
