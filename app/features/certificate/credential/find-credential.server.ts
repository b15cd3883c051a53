import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { notSignedYet } from "../document/document-errors.ts";
import { canSeeNames } from "../issuing/certificate-access.ts";

/**
 * The signed credential of a certificate by its sixteen letters, byte for byte as it was kept: JSON, or a JWT. Throws 404
 * where there is none, or its holder hides her names from this actor; `notSignedYet` (503) for the moments before it is signed.
 */
export async function findCredential(
  { db, actor }: Pick<UseCaseContext, "db" | "actor">,
  { serial, as }: { serial: string; as: "json" | "jwt" },
): Promise<string> {
  const certificate = await db.certificate.findUnique({
    where: { serial },
    select: { userId: true, namesHidden: true, withdrawnAt: true, credential: true, credentialJwt: true },
  });
  if (!certificate || !canSeeNames(actor, certificate)) throw notFound();
  const text = as === "json" ? certificate.credential : certificate.credentialJwt;
  if (text === null) throw notSignedYet();
  return text;
}
