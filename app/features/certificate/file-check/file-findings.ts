import type { CredentialFacts } from "../verification/credential-facts.ts";
import type { Checks, Verdict } from "./verdict.ts";

/** Why a file cannot be checked at all; `code` is of a scanned code, which is no file. */
export type Refusal = "kind" | "empty" | "several" | "large" | "format" | "code" | "failed";

/** What came of checking a file. */
export type FileFindings = {
  kind: "pdf" | "json" | "jwt";
  verdict: Verdict;
  checks: Checks;
  /** What the academy signed; null where nothing is proven. */
  facts: CredentialFacts | null;
  /** Whom it names as its issuer. */
  did: string;
};

export type FileResult = { findings: FileFindings } | { refusal: Refusal };
