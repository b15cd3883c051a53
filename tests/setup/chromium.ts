import { existsSync } from "node:fs";
import { chromium as playwright } from "@playwright/test";
import sparticuz from "@sparticuz/chromium";

type LaunchOptions = { executablePath: string; args: string[] };

const QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/**
 * A Chromium to test with: CHROMIUM_PATH, the system's, Playwright's own, or the one that comes in an npm package
 * (linux x64), in this order.
 */
export async function findChromium(): Promise<LaunchOptions> {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const candidates = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", playwright.executablePath()];
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return { executablePath: found, args: [...sandbox, ...QUIET] };
  // Of its arguments those are left out that lame the browser for tests: one process, no GPU raster.
  const args = sparticuz.args.filter((arg) => !/single-process|no-zygote|headless/.test(arg));
  return { executablePath: await sparticuz.executablePath(), args: [...args, ...sandbox, ...QUIET] };
}
