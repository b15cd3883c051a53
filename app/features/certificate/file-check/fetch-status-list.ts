import { issuerDid } from "../credential/issuer-did.ts";
import type { CertificateFile } from "../verification/read-certificate-file.ts";
import { issuerOf, statusListAddress } from "../verification/verify-credential.ts";
import { type Evidence, fetchEvidence } from "./evidence.ts";

/** The academy's addresses of its lists, and no other of its addresses. */
const LIST_PATH = /^\/credentials\/status\/(0|[1-9]\d{0,3})$/;

/**
 * Fetches the status list that a file names. Anybody can write a file, and have somebody check it: so only what says
 * that the academy (`did`) issued it has an address asked for, and only one of the academy's own lists.
 */
export async function fetchStatusList(file: CertificateFile, did: string): Promise<Evidence | undefined> {
  const address = statusListAddress(file);
  if (address === undefined || issuerOf(file) !== did || !URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  // Whatever else an address may have, such as a search or a password, makes it another.
  const plain = address === `${origin}${pathname}`;
  return plain && issuerDid(origin) === did && LIST_PATH.test(pathname) ? fetchEvidence(pathname) : undefined;
}
