import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { findChromium } from "#tests/setup/chromium.ts";
import { VISIBLE_PAGES } from "./visible-pages.ts";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const WANTED = 95;

export type LighthouseScores = {
  name: string;
  scores: Record<string, number>;
  metrics: Record<string, string>;
  /** What cost points, worst first. */
  findings: string[];
  met: boolean;
};

const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
];

async function score(url: string, port: number): Promise<Omit<LighthouseScores, "name">> {
  const run = await lighthouse(url, { port, output: "json", onlyCategories: CATEGORIES, logLevel: "error" });
  if (!run) throw new Error(`Lighthouse gave no result for ${url}`);
  const { lhr } = run;
  if (lhr.runtimeError) throw new Error(`Lighthouse on ${url}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(
    Object.values(lhr.categories).map(({ id, score: share }) => [id, Math.round((share ?? 0) * 100)]),
  );
  const counted = new Set(
    Object.values(lhr.categories).flatMap(({ auditRefs }) =>
      auditRefs.flatMap(({ id, weight }) => (weight > 0 ? id : [])),
    ),
  );
  const failed = Object.values(lhr.audits).filter((audit) => counted.has(audit.id) && (audit.score ?? 1) < 0.9);
  return {
    scores,
    metrics: Object.fromEntries(METRICS.map((id) => [id, lhr.audits[id]?.displayValue ?? ""])),
    findings: failed.sort((a, b) => (a.score ?? 0) - (b.score ?? 0)).map(({ id, title }) => `${id}: ${title}`),
    met: CATEGORIES.every((id) => (scores[id] ?? 0) >= WANTED),
  };
}

/** Lighthouse's scores of the four pages as a throttled phone sees them, in Arabic. */
export async function measureLighthouse(origin: string): Promise<LighthouseScores[]> {
  const { executablePath, args } = await findChromium();
  const chrome = await launch({ chromePath: executablePath, chromeFlags: [...args, "--headless=new"] });
  const found: LighthouseScores[] = [];
  try {
    for (const { name, path } of VISIBLE_PAGES) {
      const url = `${origin}/ar${path}`;
      await fetch(url).then((answer) => answer.text());
      found.push({ name, ...(await score(url, chrome.port)) });
    }
  } finally {
    chrome.kill();
  }
  return found;
}
