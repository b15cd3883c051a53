import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import { onPage } from "#tests/factories/question-page.tsx";
import type { CertificatePanel as Panel } from "../issuing/find-certificate-panel.server.ts";
import { writeSerial } from "../serial.ts";
import { CertificatePanel } from "./certificate-panel.tsx";

const at = new Date("2026-11-20T10:00:00Z");
const serial = "T8JGDRM62SCT683G";

const panel: Panel = {
  rule: "automatic",
  unpaid: false,
  names: { arabic: "آمنة يوسف", latin: null, checkedAt: at },
  finished: true,
  overdue: false,
  certificate: null,
  request: null,
};

const certificate: NonNullable<Panel["certificate"]> = {
  serial,
  titles: { ar: "القدس", en: "Jerusalem" },
  kind: "course",
  slug: "jerusalem",
  issuedAt: at,
  expiresAt: null,
  namesHidden: false,
  signed: true,
  delivered: true,
  status: "valid",
  since: null,
  recipient: { arabic: "آمنة يوسف", latin: null },
  supersededBy: null,
  revokedReason: null,
  correctionWaiting: false,
};

const refused: NonNullable<Panel["request"]> = {
  id: "0199a2a0-0000-7000-8000-000000000000",
  kind: "award",
  state: "refused",
  createdAt: at,
  decidedAt: at,
  reason: "لم يُقدَّم البحث",
  note: null,
  namesArabic: null,
  namesLatin: null,
  subject: "course",
  slug: "jerusalem",
  titles: {},
};

function show(facts: Partial<Panel>): string {
  const panelOf = () => (
    <CertificatePanel panel={{ ...panel, ...facts }} title="Jerusalem" missing="#m" result={undefined} />
  );
  const Page = createRoutesStub([{ path: "/", Component: panelOf }]);
  return onPage(<Page />);
}

const downloads = (html: string) => html.match(/href="[^"]+\.pdf\?form=[^"]+"/g) ?? [];

test("before the end it says what the course brings and leads to what is missing", () => {
  const html = show({ finished: false });
  expect(html).toContain("Finishing this course brings a certificate that anybody can check.");
  expect(html).toContain('href="#m"');
  expect(html).toContain('name="fullNameArabic"');
  expect(downloads(html)).toEqual([]);
});

test("a course that brings none asks for nothing", () => {
  const html = show({ rule: "none" });
  expect(html).toContain("This course brings no certificate.");
  expect(html).not.toContain("<form");
});

test("what is ready can be downloaded in every form, and its names are asked for no more", () => {
  const html = show({ certificate });
  const address = `/certificates/${writeSerial(serial)}.pdf?form=`;
  for (const form of ["ar-en", "ar", "en", "fr", "es", "tr", "ur", "ms"])
    expect(downloads(html)).toContain(`href="${address}${form}&amp;download"`);
  expect(html).toContain(`href="/certificates/${writeSerial(serial)}/credential.json"`);
  expect(html).not.toContain("<form");
});

test("what was revoked says when and why, and is not offered for download", () => {
  const since = new Date("2026-11-21T10:00:00Z");
  const html = show({ certificate: { ...certificate, status: "revoked", since, revokedReason: "By mistake" } });
  expect(html).toContain("Issued on November 20, 2026 (Jumada II 10, 1448 AH)");
  expect(html).toContain("Revoked on November 21, 2026 (Jumada II 11, 1448 AH)");
  expect(html).toContain("By mistake");
  expect(downloads(html)).toEqual([]);
});

test("a refusal is told with its reason, in whatever language that is", () => {
  expect(show({ rule: "approval", request: refused })).toMatch(/<bdi[^>]*>لم يُقدَّم البحث<\/bdi>/);
});

test("without a name the form stands open, and without scripts one is told to load the page again", () => {
  const html = show({ names: { arabic: null, latin: null, checkedAt: null } });
  expect(html).toContain("Only your name is missing");
  expect(html).not.toContain("<details");
  expect(show({})).toMatch(/<noscript>.*Load the page again/);
});
