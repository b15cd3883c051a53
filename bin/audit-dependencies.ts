// npm run audit:dependencies: asks the registry for known weaknesses of the parts that run here. Ends with 0 where it
// knows of none, 1 where it knows of some, and 2 where it could not be asked, which says nothing about the parts.
import { spawnSync } from "node:child_process";
import { z } from "zod";

const COULD_NOT_BE_ASKED = 2;
const PATIENCE_MS = 300_000;

const adviceSchema = z.object({ title: z.string(), severity: z.string(), url: z.string() });
const reportSchema = z.object({
  auditReportVersion: z.number(),
  vulnerabilities: z.record(
    z.string(),
    z.object({ range: z.string(), severity: z.string(), via: z.array(z.union([z.string(), adviceSchema])) }),
  ),
  metadata: z.object({ dependencies: z.object({ prod: z.number(), optional: z.number() }) }),
});
const refusalSchema = z.object({ message: z.string() });

type Report = z.infer<typeof reportSchema>;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe([name, { severity, range, via }]: [string, Report["vulnerabilities"][string]]): string {
  const reasons = via.map((one) => (typeof one === "string" ? `by ${one}` : `${one.title} (${one.url})`));
  return `${severity}\t${name} ${range}\t${reasons.join("; ")}`;
}

function audit(): { code: number; text: string } {
  const args = ["audit", "--json", "--omit", "dev", "--package-lock-only", "--fetch-retries", "1"];
  const asked = spawnSync("npm", args, { encoding: "utf8", timeout: PATIENCE_MS, maxBuffer: 256 * 1024 * 1024 });
  const answer = readJson(asked.stdout ?? "");
  const report = reportSchema.safeParse(answer).data;
  if (!report) {
    const why = refusalSchema.safeParse(answer).data?.message ?? asked.error?.message ?? asked.stderr.trim();
    const text = `The registry could not be asked for known weaknesses, so nothing is known of them: ${why}`;
    return { code: COULD_NOT_BE_ASKED, text };
  }
  const found = Object.entries(report.vulnerabilities);
  const { prod, optional } = report.metadata.dependencies;
  if (found.length === 0) return { code: 0, text: `No known weakness in ${prod + optional} parts` };
  return { code: 1, text: [...found.map(describe), `${found.length} parts have known weaknesses`].join("\n") };
}

const { code, text } = audit();
(code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
process.exit(code);
