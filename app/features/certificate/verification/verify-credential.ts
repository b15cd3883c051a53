import { type CredentialFacts, readFacts } from "./credential-facts.ts";
import { isIssuedCredential, isIssuedPayload } from "./credential-form.ts";
import { documentId } from "./issuer-methods.ts";
import { parseStrictJson } from "./parse-strict-json.ts";
import type { CertificateFile } from "./read-certificate-file.ts";
import { findStatusFault, type StatusFault } from "./read-status.ts";
import { findJwtFault, readJwt } from "./verify-jwt.ts";
import { findProofFault, type ProofFault } from "./verify-proof.ts";

/** How one thing stands: found right, found wrong (and why), or not asked, for want of what it takes. */
export type Check<Fault extends string> =
  | { state: "passed" }
  | { state: "failed"; fault: Fault }
  | { state: "unasked" };

export type Checks = {
  /** It has exactly the form of the academy's credentials, and says nothing beside what is signed. */
  form: Check<"notOurs">;
  /** It is issued by whose document was handed over. */
  issuer: Check<"another">;
  /** The signature is the issuer's, and of every word that is said. */
  proof: Check<ProofFault>;
  time: Check<"notYet" | "expired">;
  /** Its place in the status list is not struck. Unasked without a list. */
  status: Check<StatusFault>;
};

export type Verification = {
  /** Every check passed. */
  ok: boolean;
  /** Form, issuer and proof passed: the academy did issue this, whatever came after. */
  genuine: boolean;
  checks: Checks;
  /** What it says, for whoever shows it; undefined where the form did not pass. Only where `genuine` is it proven. */
  facts: CredentialFacts | undefined;
};

/** A clock that is a little behind should not call a new certificate false. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * Verifies what `readCertificateFile` found, asking nobody. `didDocument` is the parsed `/.well-known/did.json` of the
 * academy that one trusts; `statusList` is the text of the list that `statusListAddress` names, or undefined where it
 * cannot be had (then `ok` is false, and `genuine` says what is known). Never throws; takes some ten milliseconds.
 */
export async function verifyCredential({
  file,
  didDocument,
  statusList,
  now,
}: {
  file: CertificateFile;
  didDocument: unknown;
  statusList: string | undefined;
  now: Date;
}): Promise<Verification> {
  const read = readIssued(file);
  const unasked = { state: "unasked" } as const;
  if (!read) {
    const form = { state: "failed", fault: "notOurs" } as const;
    return {
      ok: false,
      genuine: false,
      checks: { form, issuer: unasked, proof: unasked, time: unasked, status: unasked },
      facts: undefined,
    };
  }
  const { facts, findFault } = read;
  const issuer = judge(documentId(didDocument) === facts.issuer.did ? undefined : ("another" as const));
  const proof = issuer.state === "passed" ? judge(await findFault(didDocument)) : unasked;
  const time = judge(findTimeFault(facts, now));
  const place = facts.statusList;
  const asked = proof.state === "passed" && statusList !== undefined;
  const status = asked
    ? judge(await findStatusFault({ statusList, place, did: facts.issuer.did, didDocument }))
    : unasked;
  const genuine = proof.state === "passed";
  const ok = genuine && time.state === "passed" && status.state === "passed";
  return { ok, genuine, checks: { form: { state: "passed" }, issuer, proof, time, status }, facts };
}

/** Where the status list lies that tells of a file's credential; undefined for what is no credential of ours. */
export function statusListAddress(file: CertificateFile): string | undefined {
  return readIssued(file)?.facts.statusList.address;
}

/** The DID of whoever a file says issued it; undefined for what is no credential of ours. */
export function issuerOf(file: CertificateFile): string | undefined {
  return readIssued(file)?.facts.issuer.did;
}

type Issued = { facts: CredentialFacts; findFault: (didDocument: unknown) => Promise<ProofFault | undefined> };

function readIssued({ text }: CertificateFile): Issued | undefined {
  const value = parseStrictJson(text);
  if (isIssuedCredential(value)) {
    const facts = readFacts(value);
    return facts && { facts, findFault: (didDocument) => findProofFault(value, didDocument) };
  }
  const jwt = readJwt(text);
  if (!jwt || !isIssuedPayload(jwt.payload)) return undefined;
  const { iss, jti, nbf, exp, ...said } = jwt.payload;
  const facts = readFacts(said);
  if (!facts || iss !== facts.issuer.did || jti !== facts.address) return undefined;
  if (nbf !== toSeconds(facts.validFrom) || exp !== toSeconds(facts.validUntil)) return undefined;
  return { facts, findFault: async (didDocument) => findJwtFault(jwt, didDocument) };
}

function toSeconds(time: Date | null): number | undefined {
  return time === null ? undefined : Math.floor(time.getTime() / 1000);
}

function judge<Fault extends string>(fault: Fault | undefined): Check<Fault> {
  return fault === undefined ? { state: "passed" } : { state: "failed", fault };
}

function findTimeFault({ validFrom, validUntil }: CredentialFacts, now: Date): "notYet" | "expired" | undefined {
  if (now.getTime() + CLOCK_TOLERANCE_MS < validFrom.getTime()) return "notYet";
  return validUntil !== null && validUntil <= now ? "expired" : undefined;
}
