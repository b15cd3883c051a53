import { readBase64url } from "./base64url.ts";
import { isIssuedStatusList } from "./credential-form.ts";
import { inflate } from "./inflate.ts";
import { parseStrictJson } from "./parse-strict-json.ts";
import { LIST_PLACES } from "./status-list-places.ts";
import { findProofFault } from "./verify-proof.ts";

/** `badList`: what was handed as the list is another list, or nobody of the issuer signed it. */
export type StatusFault = "revoked" | "badList";

/**
 * Whether a place is struck in a status list, whose own proof is verified first. A place is struck where a certificate
 * was revoked, superseded by another, or ended before its time.
 */
export async function findStatusFault({
  statusList,
  place,
  did,
  didDocument,
}: {
  statusList: string;
  place: { address: string; index: number };
  did: string;
  didDocument: unknown;
}): Promise<StatusFault | undefined> {
  const list = parseStrictJson(statusList);
  if (!isIssuedStatusList(list) || list.id !== place.address || list.issuer !== did) return "badList";
  if (await findProofFault(list, didDocument)) return "badList";
  const packed = readBase64url(list.credentialSubject.encodedList.slice(1));
  const bytes = packed && (await inflate(new Uint8Array(packed), { format: "gzip", most: LIST_PLACES / 8 }));
  if (bytes?.length !== LIST_PLACES / 8) return "badList";
  // The first place is the highest bit of the first byte.
  const byte = bytes[place.index >> 3] ?? 0;
  return (byte >> (7 - (place.index % 8))) & 1 ? "revoked" : undefined;
}
