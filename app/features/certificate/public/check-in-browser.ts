import { defaultLocale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { credentialAddress } from "../certificate-address.ts";
import type { CertificateSnapshot } from "../certificate-snapshot.ts";
import type { CertificateStatus } from "../certificate-status.ts";
import { hasCriteria } from "../credential/compose-criteria.ts";
import { askNow, DID_DOCUMENT, fetchEvidence } from "../file-check/evidence.ts";
import { fetchStatusList } from "../file-check/fetch-status-list.ts";
import { writeSerial } from "../serial.ts";
import type { CredentialFacts } from "../verification/credential-facts.ts";
import { documentId } from "../verification/issuer-methods.ts";
import { verifyCredential } from "../verification/verify-credential.ts";

/**
 * What a reader's own browser found of the certificate that its page shows:
 * - `fits`: the academy signed what the page says, but for what is marked as the register's own, and its list of
 *   revocations agrees with its register
 * - `differs`: it signed something else
 * - `elsewhere`: it names another address as its issuer, such as the academy’s former one
 * - `broken`: nobody of the academy signed it
 * - `listDiffers`: the list says otherwise than the register, or is not the academy's
 * - `away`: what it takes could not be fetched
 */
export type BrowserCheck = "fits" | "differs" | "elsewhere" | "broken" | "listDiffers" | "away" | "failed";

/** Fetches the signed credential of a certificate, and checks it against what its page shows. */
export async function checkInBrowser({
  snapshot,
  status,
}: {
  snapshot: CertificateSnapshot;
  status: CertificateStatus;
}): Promise<BrowserCheck> {
  const [signed, keys] = await Promise.all([askNow(credentialAddress(snapshot.serial)), fetchEvidence(DID_DOCUMENT)]);
  if (typeof signed === "string" || !keys) return "away";
  const file = { kind: "json", text: signed.text } as const;
  const didDocument: unknown = JSON.parse(keys.text);
  const list = await fetchStatusList(file, documentId(didDocument) ?? "");
  const verified = await verifyCredential({ file, didDocument, statusList: list?.text, now: new Date() });
  if (verified.checks.issuer.state === "failed") return "elsewhere";
  if (!verified.genuine || !verified.facts) return "broken";
  if (!saysTheSame(verified.facts, snapshot)) return "differs";
  if (!list) return "away";
  return agrees(verified.checks.status, status) ? "fits" : "listDiffers";
}

function agrees(found: Awaited<ReturnType<typeof verifyCredential>>["checks"]["status"], status: CertificateStatus) {
  if (found.state === "failed" && found.fault === "badList") return false;
  const struck = found.state === "failed";
  // One that was ended before its time is struck as well, one whose time is over is not.
  return status === "expired" || struck === (status !== "valid");
}

/** Whether what was signed is what the page shows, in all that both of them say. */
function saysTheSame(facts: CredentialFacts, snapshot: CertificateSnapshot): boolean {
  const { achievement, recipient, issuer, expiresAt } = snapshot;
  const { locale } = pickTranslated(achievement.titles, defaultLocale);
  const names = [recipient.arabic, recipient.latin].filter((name) => name !== null);
  const academy = pickTranslated(issuer.names, locale).text;
  const minutes = snapshot.minutes || null;
  const said = [
    facts.serial,
    facts.issuer.did,
    facts.issuer.name,
    facts.language,
    facts.kind,
    facts.names,
    facts.grade,
    facts.minutes,
  ];
  const shown = [
    writeSerial(snapshot.serial),
    issuer.did,
    academy,
    locale,
    achievement.kind,
    names,
    snapshot.grade,
    minutes,
  ];
  const titles = Object.entries(achievement.titles);
  return (
    JSON.stringify(said) === JSON.stringify(shown) &&
    titles.length === Object.keys(facts.titles).length &&
    hasCriteria(facts.criteria, snapshot, locale) &&
    titles.every(([locale, title]) => facts.titles[locale] === title) &&
    facts.validFrom.getTime() === Date.parse(snapshot.issuedAt) &&
    (facts.validUntil?.getTime() ?? null) === (expiresAt === null ? null : Date.parse(expiresAt))
  );
}
