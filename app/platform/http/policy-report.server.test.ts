import { afterEach, expect, test, vi } from "vitest";
import { log } from "#app/platform/log/log.server.ts";
import { policyReportSchema, recordPolicyReport } from "./policy-report.server.ts";

const warn = vi.spyOn(log, "warn").mockImplementation(() => undefined);
afterEach(() => warn.mockClear());

const report = (address: string, given: unknown) =>
  recordPolicyReport({ address, report: policyReportSchema.parse(given) });

const SECRET = "Amina-3f2c";

test("both kinds of report are told to the log without anything that says who met with it", () => {
  report("203.0.113.1", {
    "csp-report": {
      "document-uri": `https://academy.example/ar/teach/invitations/${SECRET}?name=${SECRET}`,
      "blocked-uri": `https://evil.example/steal?who=${SECRET}`,
      "effective-directive": "script-src-elem",
      "source-file": "https://academy.example/assets/root-a1b2.js",
      "line-number": 7,
    },
  });
  const body = { documentURL: `https://academy.example/learn/${SECRET}`, blockedURL: "inline" };
  report("203.0.113.1", [
    { type: "csp-violation", body: { ...body, effectiveDirective: "style-src-attr", sourceFile: null } },
    { type: "deprecation", body: {} },
  ]);
  const told = warn.mock.calls.map(([said]) => said);
  expect(told).toEqual([
    {
      violation: {
        directive: "script-src-elem",
        blocked: "evil.example",
        room: "/teach",
        source: "/assets/root-a1b2.js",
        line: 7,
      },
    },
    { violation: { directive: "style-src-attr", blocked: "inline", room: "/learn", source: "none", line: 0 } },
  ]);
  expect(JSON.stringify(told)).not.toContain(SECRET);
});

test("what is no directive and no address does not come into the log", () => {
  report("203.0.113.2", { "csp-report": { "effective-directive": `x ${SECRET}`, "blocked-uri": `no ${SECRET}` } });
  expect(JSON.stringify(warn.mock.calls)).not.toContain(SECRET);
});

test("who tells of too much is refused, and cannot fill the log", () => {
  const tell = () => report("203.0.113.3", { "csp-report": {} });
  for (let i = 0; i < 30; i += 1) tell();
  expect(tell).toThrow(expect.objectContaining({ code: "tooMany", status: 429 }));
  expect(warn).toHaveBeenCalledTimes(30);
});
