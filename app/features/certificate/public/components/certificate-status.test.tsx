import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import { onPage } from "#tests/factories/question-page.tsx";
import type { PublicCertificate } from "../../issuing/find-public-certificate.server.ts";
import { CertificateStatus } from "./certificate-status.tsx";

const certificate: PublicCertificate = {
  serial: "T8JGDRM62SCT683G",
  status: "revoked",
  // In Jerusalem it is the day after.
  since: new Date("2026-11-21T23:30:00Z"),
  mine: false,
  hidden: false,
  withdrawn: false,
  snapshot: null,
  supersededBy: null,
  revokedReason: null,
  signed: true,
  credentialSha256: null,
  files: [],
};

test.each(["revoked", "superseded", "expired"] as const)(
  "a certificate that is %s says since when in both calendars, by the academy's clock",
  (status) => {
    const statusOf = () => <CertificateStatus certificate={{ ...certificate, status }} />;
    const Page = createRoutesStub([{ path: "/", Component: statusOf }]);
    const reader = { timeZone: "Asia/Jerusalem" };
    expect(onPage(<Page />, "en", reader)).toContain("November 21, 2026 (Jumada II 11, 1448 AH)");
    expect(onPage(<Page />, "ar", reader)).toContain("٢١ نوفمبر ٢٠٢٦ (١١ جمادى الآخرة ١٤٤٨ هـ)");
  },
);
