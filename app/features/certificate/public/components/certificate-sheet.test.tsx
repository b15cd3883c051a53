import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import { makeSerial, makeSnapshot } from "#tests/factories/certificate.ts";
import { onPage } from "#tests/factories/question-page.tsx";
import type { CertificateSnapshot } from "../../certificate-snapshot.ts";
import { CertificateSheet } from "./certificate-sheet.tsx";

/** The labels on the sheet that are marked as the register's own, by their keys. */
function findMarked(overrides: Partial<CertificateSnapshot>): string[] {
  const snapshot = makeSnapshot(overrides);
  const sheetOf = () => <CertificateSheet snapshot={snapshot} address="https://maqdis.example" status="valid" />;
  const Page = createRoutesStub([{ path: "/", Component: sheetOf }]);
  const labels = onPage(<Page />).match(/<(dt|h2)[^>]*>.*?<\/\1>/g) ?? [];
  return labels.map((label) => label.replace(/<[^>]*>/g, "")).filter((label) => label.includes(" · "));
}

test("what the signed credential does not say is marked as the register's own, and nothing else is", () => {
  const { achievement } = makeSnapshot();
  const courses = [{ ar: "أسوار القدس" }];
  const plain: Partial<CertificateSnapshot> = {
    supersedes: null,
    finishedAt: null,
    achievement: { ...achievement, kind: "programme", courses },
  };
  expect(findMarked(plain)).toEqual([]);
  expect(findMarked({ ...plain, finishedAt: "2026-11-20T09:30:00.000Z" })).toHaveLength(1);
  expect(findMarked({ ...plain, supersedes: makeSerial(2) })).toHaveLength(1);
  expect(findMarked({ ...plain, cause: "byHand" })).toHaveLength(1);
});
