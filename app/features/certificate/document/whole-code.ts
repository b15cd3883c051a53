import { deflateSync } from "fflate";
import { type CodedAddress, fitsInQrCode } from "#app/platform/typeset/draw-qr-code.ts";
import type { CertificateSnapshot } from "../certificate-snapshot.ts";
import { MOST_CODED_BYTES, writeDigits } from "../verification/credential-code.ts";

/**
 * The address that opens the page of checks with the whole credential (its JSON text) behind the `#`, which browsers
 * send to nobody. Null where no QR code can hold so much.
 */
export function wholeCodeOf({
  snapshot,
  credential,
}: {
  snapshot: CertificateSnapshot;
  credential: string;
}): CodedAddress | null {
  const bytes = new TextEncoder().encode(credential);
  if (bytes.length > MOST_CODED_BYTES) return null;
  // Not Node's own: what zlib makes differs between machines, and a lost document must come out again the same.
  const digits = writeDigits(deflateSync(bytes, { level: 9 }));
  const code = { address: `${snapshot.issuer.url.replace(/\/+$/, "")}/verify#`, digits };
  return fitsInQrCode(code) ? code : null;
}
