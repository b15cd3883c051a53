import { z } from "zod";
import { tooMany } from "#app/platform/errors/errors.ts";
import { log } from "#app/platform/log/log.server.ts";
import { makeBuckets } from "./buckets.server.ts";
import { callerOf } from "./rate-limit.server.ts";

const text = z.string().max(4_096);

/** As the directive `report-uri` has it sent. */
const oldReport = z.object({
  "csp-report": z.object({
    "document-uri": text.optional(),
    "blocked-uri": text.optional(),
    "effective-directive": text.optional(),
    "violated-directive": text.optional(),
    "source-file": text.optional(),
    "line-number": z.number().optional(),
  }),
});

/** As the Reporting API has them sent: several at once. */
const newReports = z
  .array(
    z.object({
      type: text,
      body: z.looseObject({
        documentURL: text.optional(),
        blockedURL: text.optional(),
        effectiveDirective: text.optional(),
        sourceFile: text.nullish(),
        lineNumber: z.number().nullish(),
      }),
    }),
  )
  .max(50);

export const policyReportSchema = z.union([oldReport, newReports]);

type Violation = { directive: string; blocked: string; room: string; source: string; line: number };

/** Of an address nothing but whose it is: paths and queries may hold names, numbers and tokens. */
function hostOf(address: string | null | undefined): string {
  if (!address) return "none";
  if (!URL.canParse(address)) return /^[a-z-]{1,20}$/.test(address) ? address : "unknown";
  const { protocol, host } = new URL(address);
  return host || protocol;
}

/** The room of the academy that a page is in: the first part of its path, without the language. */
function roomOf(address: string | undefined): string {
  if (!address || !URL.canParse(address)) return "unknown";
  const [, room] = /^\/(?:[a-z]{2}(?:\/|$))?([a-z-]{0,20})/.exec(new URL(address).pathname) ?? [];
  return `/${room ?? ""}`;
}

/** A script of ours by its file, which says nothing of anybody; another's by its host. */
function sourceOf(address: string | null | undefined): string {
  if (!address || !URL.canParse(address)) return hostOf(address);
  const { pathname } = new URL(address);
  return /^\/assets\/[\w.-]+$/.test(pathname) ? pathname : hostOf(address);
}

const DIRECTIVE = /^[a-z-]{1,40}$/;

function violationsOf(report: z.infer<typeof policyReportSchema>): Violation[] {
  const known = (directive: string | undefined) => (directive && DIRECTIVE.test(directive) ? directive : "unknown");
  if (!Array.isArray(report)) {
    const { "csp-report": told } = report;
    return [
      {
        directive: known(told["effective-directive"] ?? told["violated-directive"]),
        blocked: hostOf(told["blocked-uri"]),
        room: roomOf(told["document-uri"]),
        source: sourceOf(told["source-file"]),
        line: told["line-number"] ?? 0,
      },
    ];
  }
  return report
    .filter(({ type }) => type === "csp-violation")
    .map(({ body }) => ({
      directive: known(body.effectiveDirective),
      blocked: hostOf(body.blockedURL),
      room: roomOf(body.documentURL),
      source: sourceOf(body.sourceFile),
      line: body.lineNumber ?? 0,
    }));
}

/** A browser with a talkative extension tells of each page; a hostile one as often as it can. */
const byAddress = makeBuckets({ size: 30, perSecond: 0.5 });
const all = makeBuckets({ size: 100, perSecond: 2 });

/**
 * Writes to the log what a content security policy kept from running, without anything that says who met with it.
 * Throws `tooMany` where one address, or all of them together, tell of too much.
 */
export function recordPolicyReport({
  address,
  report,
}: {
  address: string;
  report: z.infer<typeof policyReportSchema>;
}) {
  const seconds = byAddress.take(callerOf(address)) || all.take("all");
  if (seconds > 0) throw tooMany(seconds);
  for (const violation of violationsOf(report)) log.warn({ violation }, "A browser kept something from running");
}
