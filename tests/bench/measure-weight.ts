import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "#tests/setup/chromium.ts";
import { VISIBLE_PAGES } from "./visible-pages.ts";

const KINDS = ["html", "css", "js", "fonts", "json", "images", "other"] as const;
type Kind = (typeof KINDS)[number];

/** Without media, compressed, in kilobytes of 1,024 bytes. */
const BUDGET = { all: 170, js: 130 };

export type PageWeight = {
  name: string;
  locale: string;
  /** Kilobytes on the wire at the first visit, headers included. */
  kilobytes: Record<Kind, number>;
  withoutMedia: number;
  fontFiles: number;
  /** Of the lesson's page, which has a budget. */
  met: boolean | undefined;
};

function kindOf(type: string): Kind {
  if (type.includes("text/html")) return "html";
  if (type.includes("css")) return "css";
  if (type.includes("javascript")) return "js";
  if (type.includes("font") || type.includes("woff")) return "fonts";
  if (type.includes("json")) return "json";
  return type.startsWith("image/") ? "images" : "other";
}

async function weigh(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytes: Record<Kind, number> = { html: 0, css: 0, js: 0, fonts: 0, json: 0, images: 0, other: 0 };
  let fontFiles = 0;
  const kinds = new Map<string, Kind>();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, response }) => kinds.set(requestId, kindOf(response.mimeType)));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "other";
    bytes[kind] += encodedDataLength;
    if (kind === "fonts") fontFiles += 1;
  });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`);
  await page.waitForTimeout(500);
  await context.close();
  return { bytes, fontFiles };
}

const toKilobytes = (bytes: number) => Math.round((bytes / 1_024) * 10) / 10;

/** What a first visit to each page brings over the wire, in Arabic and in English. */
export async function measureWeight(origin: string): Promise<PageWeight[]> {
  const browser = await chromium.launch(await findChromium());
  const weights: PageWeight[] = [];
  for (const locale of ["ar", "en"]) {
    for (const { name, path } of VISIBLE_PAGES) {
      const url = `${origin}/${locale}${path}`;
      // The first guest's page goes out before its compressed form is made; the next one's is what all others get.
      await fetch(url).then((answer) => answer.text());
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { bytes, fontFiles } = await weigh(browser, url);
      const sum = KINDS.filter((kind) => kind !== "images").reduce((all, kind) => all + bytes[kind], 0);
      const kilobytes: Record<Kind, number> = { ...bytes };
      for (const kind of KINDS) kilobytes[kind] = toKilobytes(bytes[kind]);
      const withoutMedia = toKilobytes(sum);
      const met = name === "lesson" ? withoutMedia < BUDGET.all && kilobytes.js < BUDGET.js : undefined;
      weights.push({ name, locale, kilobytes, withoutMedia, fontFiles, met });
    }
  }
  await browser.close();
  return weights;
}
