import type { CertificateStatus } from "../certificate-status.ts";

/** What a file is compared with: what `/certificates/:serial/standing.json` says. */
export type Standing = { status: CertificateStatus; credentialSha256: string | null; files: string[] };

const statuses: readonly unknown[] = ["valid", "revoked", "superseded", "expired"] satisfies CertificateStatus[];
const isStatus = (value: unknown): value is CertificateStatus => statuses.includes(value);

/** Reads the answer of the register; null for what is none. A schema library would outweigh the whole page. */
export function readStanding(answer: unknown): Standing | null {
  if (typeof answer !== "object" || answer === null) return null;
  if (!("status" in answer) || !isStatus(answer.status) || !("files" in answer) || !Array.isArray(answer.files))
    return null;
  const files = answer.files.filter((file): file is string => typeof file === "string");
  const hash = "credentialSha256" in answer ? answer.credentialSha256 : null;
  return { status: answer.status, credentialSha256: typeof hash === "string" ? hash : null, files };
}
