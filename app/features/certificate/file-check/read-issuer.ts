import { readBase64url } from "../verification/base64url.ts";
import type { CertificateFile } from "../verification/read-certificate-file.ts";

/** Whom a file names as its issuer, whatever form it has; an empty text where it names none. Proven by nothing. */
export function readIssuer({ kind, text }: Pick<CertificateFile, "kind" | "text">): string {
  const said = readSaid(kind, text);
  if (typeof said !== "object" || said === null) return "";
  if ("iss" in said && typeof said.iss === "string") return said.iss;
  const issuer = "issuer" in said ? said.issuer : undefined;
  if (typeof issuer === "string") return issuer;
  const named = typeof issuer === "object" && issuer !== null && "id" in issuer ? issuer.id : undefined;
  return typeof named === "string" ? named : "";
}

function readSaid(kind: CertificateFile["kind"], text: string): unknown {
  try {
    // A PDF may carry either.
    if (kind === "json" || text.startsWith("{")) return JSON.parse(text);
    const payload = readBase64url(text.split(".")[1] ?? "");
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return undefined;
  }
}
