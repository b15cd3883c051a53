import { certificateAddress } from "../certificate-address.ts";
import { readSerial } from "../serial.ts";
import { type CertificateFile, type FileProblem, readCertificateFile } from "../verification/read-certificate-file.ts";
import { type Verification, verifyCredential } from "../verification/verify-credential.ts";
import { askNow, DID_DOCUMENT, type Evidence, fetchEvidence } from "./evidence.ts";
import { fetchStatusList } from "./fetch-status-list.ts";
import type { FileResult, Refusal } from "./file-findings.ts";
import { readIssuer } from "./read-issuer.ts";
import { readStanding, type Standing } from "./read-standing.ts";
import { type Checks, toVerdict } from "./verdict.ts";

/**
 * Checks the bytes of a file on this device: nothing of them is sent. What the academy publishes is asked for, or taken
 * as it was last seen. `did` is the academy's own name as who issues.
 */
export async function checkFile({
  bytes,
  did,
  now,
}: {
  bytes: Uint8Array<ArrayBuffer>;
  did: string;
  now: Date;
}): Promise<FileResult> {
  const { file, problem } = await readCertificateFile(bytes);
  if (problem) return { refusal: toRefusal(problem, bytes) };
  const issuer = readIssuer(file);
  const [keys, list] = await Promise.all([fetchEvidence(DID_DOCUMENT), fetchStatusList(file, did)]);
  const didDocument = parse(keys?.text);
  const verified = await verifyCredential({ file, didDocument, statusList: list?.text, now });
  const ours = issuer === did;
  const signature = !keys && ours ? "unknown" : verified.genuine ? "ok" : "failed";
  const proven = ours && signature === "ok" ? verified.facts : undefined;
  const standing = proven ? await findStanding(proven.serial) : null;
  const checks: Checks = {
    signature,
    issuer: ours ? "ok" : "failed",
    times: toTimes(verified),
    revocation: toRevocation(verified, list),
    file: await compareBytes({ bytes, kind: file.kind, standing }),
    standing: standing === "none" ? "none" : (standing?.status ?? null),
  };
  const verdict = toVerdict(checks);
  return { findings: { kind: file.kind, verdict, checks, facts: proven ?? null, did: issuer || "—" } };
}

const refusals: Record<FileProblem, Refusal | undefined> = { tooLarge: "large", several: "several", none: undefined };

function toRefusal(problem: FileProblem, bytes: Uint8Array): Refusal {
  const known = refusals[problem];
  if (known) return known;
  const text = new TextDecoder().decode(bytes);
  if (text.slice(0, 1_024).includes("%PDF-")) return "empty";
  return parse(text) === undefined ? "kind" : "format";
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

function toTimes({ checks: { time } }: Verification): Checks["times"] {
  if (time.state !== "failed") return "ok";
  return time.fault === "expired" ? "expired" : "early";
}

function toRevocation({ checks: { status } }: Verification, list: Evidence | undefined): Checks["revocation"] {
  const seenAt = list && !list.fresh ? list.seenAt.toISOString() : null;
  if (status.state === "passed") return { found: "ok", seenAt };
  const struck = status.state === "failed" && status.fault === "revoked";
  return struck ? { found: "failed", seenAt } : { found: "unknown", seenAt: null };
}

/** What the register says now: `none` where it knows no such certificate, null on a dead line. */
async function findStanding(written: string): Promise<Standing | "none" | null> {
  const { serial = "" } = readSerial(written);
  const answer = await askNow(`${certificateAddress(serial)}/standing.json`);
  if (answer === "none") return "none";
  return answer === "away" ? null : readStanding(parse(answer.text));
}

type Bytes = { bytes: Uint8Array<ArrayBuffer>; kind: CertificateFile["kind"]; standing: Standing | "none" | null };

/** Of a PDF more is shown than was signed, so that it counts whether it is the very file that the academy made. */
async function compareBytes({ bytes, kind, standing }: Bytes): Promise<Checks["file"]> {
  // Browsers hash only for pages that came by TLS.
  if (standing === null || standing === "none" || !crypto.subtle) return kind === "pdf" ? "unknown" : "none";
  const hash = toHex(await crypto.subtle.digest("SHA-256", bytes));
  if (standing.files.includes(hash) || standing.credentialSha256 === hash) return "ok";
  return kind === "pdf" ? "warn" : "none";
}

function toHex(hash: ArrayBuffer): string {
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
