import type { CertificateRule } from "#app/platform/db/generated/enums.ts";
import type { CertificateStatus } from "./certificate-status.ts";

/** What a learner's page of a course knows of its certificate. */
export type PanelFacts = {
  rule: CertificateRule;
  /** It has to be paid for, and was not. */
  unpaid: boolean;
  /** She has finished the course. */
  finished: boolean;
  /** She finished so long ago that nothing is under way any more. */
  overdue: boolean;
  names: { arabic: string | null; latin: string | null };
  /** Her current certificate; it can be read and downloaded once it is signed. */
  certificate: { status: CertificateStatus; signed: boolean } | null;
  /** What was last asked for it and not granted. */
  request: { kind: "award" | "correction"; state: "waiting" | "approved" | "refused" } | null;
};

export type PanelState =
  /** The course brings none, and she has none. */
  | "none"
  /** She has still to finish. */
  | "ahead"
  /** She has finished, and it waits to be paid for. */
  | "unpaid"
  /** It waits for a name to write on it. */
  | "nameless"
  /** It waits for an admin. */
  | "waiting"
  | "refused"
  /** She finished before the course brought one: she may ask for it. */
  | "due"
  /** It is about to be there. */
  | "preparing"
  | "ready"
  | "revoked"
  | "expired";

/** Where the certificate of a course stands for its learner. What she holds counts for more than what the course says now. */
export function panelState({ rule, unpaid, finished, overdue, names, certificate, request }: PanelFacts): PanelState {
  if (certificate) return stateOfHeld(certificate);
  if (rule === "none") return "none";
  if (!finished) return "ahead";
  if (unpaid) return "unpaid";
  if (names.arabic === null && names.latin === null) return "nameless";
  if (request?.kind === "award") return request.state === "refused" ? "refused" : "waiting";
  if (overdue) return "due";
  return rule === "approval" ? "waiting" : "preparing";
}

function stateOfHeld({ status, signed }: NonNullable<PanelFacts["certificate"]>): PanelState {
  if (status === "revoked" || status === "expired") return status;
  return signed ? "ready" : "preparing";
}
