import { existsSync } from "node:fs";
import { chromium as playwright } from "@playwright/test";
import sparticuz from "@sparticuz/chromium";

type LaunchOptions = { executablePath: string; args: string[] };

const QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
// Pages are painted without the drawing of a graphics card in software, which takes half of a journey's time.
const PLAIN = ["--disable-gpu", "--font-render-hinting=none"];

/**
 * A Chromium to test with: CHROMIUM_PATH, the system's, Playwright's own, or the one that comes in an npm package
 * (linux x64), in this order.
 */
export async function findChromium(): Promise<LaunchOptions> {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const candidates = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", playwright.executablePath()];
  const found = candidates.find((path) => path && existsSync(path));
  // The package's own arguments are not taken: they lame the browser, and its guard between sites.
  return { executablePath: found ?? (await sparticuz.executablePath()), args: [...sandbox, ...QUIET, ...PLAIN] };
}
