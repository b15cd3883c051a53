import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { findChromium } from "#tests/setup/chromium.ts";
import type { Academy } from "./academy.ts";
import { percentile } from "./load.ts";
import { type LongLesson, seedLongLesson } from "./seed-long-lesson.ts";

/** At each place so many keys, one every so many milliseconds: 120 words a minute. */
const KEYS = 200;
const EVERY_MS = 100;
const BUDGET_MS = 50;
const SENTENCE = "والسور القائم اليوم عثماني wall of 1541 ";

/** Milliseconds from pressing a key until what it did is painted. */
type KeyTimes = { p50: number; p95: number; p99: number; most: number };

export type TypingFigures = {
  lesson: Pick<LongLesson, "words" | "blocks" | "notes">;
  places: ({ place: string; keys: number; met: boolean } & KeyTimes)[];
};

declare global {
  interface Window {
    keyTimes: number[];
  }
}

/** Notes for each key how long it takes until the frame with it has been drawn. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.keyTimes = [];
    const watched = (event: KeyboardEvent) =>
      requestAnimationFrame(() => {
        // What is posted from a frame's beginning is heard when the frame is drawn.
        const drawn = new MessageChannel();
        drawn.port1.onmessage = () => window.keyTimes.push(performance.now() - event.timeStamp);
        drawn.port2.postMessage(null);
      });
    window.addEventListener("keydown", watched, { capture: true });
  });
}

/** Puts the cursor at the end of the paragraph that lies about so far down the text. */
async function goTo(page: Page, share: number): Promise<void> {
  const paragraphs = page.locator(".editor-surface > p");
  const at = Math.round(((await paragraphs.count()) - 1) * share);
  await paragraphs.nth(at).scrollIntoViewIfNeeded();
  await paragraphs.nth(at).click();
  await page.keyboard.press("End");
  await page.waitForTimeout(2_000);
}

/** Types at a steady pace, whatever the page is busy with, and answers how long each key took. */
async function type(page: Page): Promise<number[]> {
  await page.evaluate(() => void window.keyTimes.splice(0));
  const keyboard = await page.context().newCDPSession(page);
  const pressed: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let i = 0; i < KEYS; i += 1) {
    await sleep(Math.max(0, begun + i * EVERY_MS - performance.now()));
    const key = SENTENCE[i % SENTENCE.length] ?? " ";
    // Past Playwright's own keyboard, which knows the keys of a Latin one alone.
    pressed.push(keyboard.send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key }));
    pressed.push(keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", key }));
  }
  await Promise.all(pressed);
  await page.waitForTimeout(500);
  return page.evaluate(() => window.keyTimes);
}

function spread(times: number[]): KeyTimes {
  const sorted = times.toSorted((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(sorted, share));
  return { p50: p50 ?? 0, p95: p95 ?? 0, p99: p99 ?? 0, most: percentile(sorted, 1) };
}

/** Types in the editor of a lesson of 20,000 words, at its beginning, in its middle and at its end. */
export async function measureTyping({ academy, url }: { academy: Academy; url: string }): Promise<TypingFigures> {
  const { db, close } = openDatabase({ url, pool: 2 });
  const browser = await chromium.launch(await findChromium());
  try {
    const lesson = await seedLongLesson(db);
    const context = await browser.newContext({ locale: "ar", viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ ...lesson.cookie, url: academy.origin }]);
    const page = await context.newPage();
    await page.goto(`${academy.origin}${lesson.path}`);
    await page.locator(".editor-surface").waitFor({ timeout: 60_000 });
    await watchKeys(page);
    const places: TypingFigures["places"] = [];
    for (const [place, share] of Object.entries({ beginning: 0, middle: 0.5, end: 1 })) {
      await goTo(page, share);
      const times = await type(page);
      if (times.length < KEYS) throw new Error(`Only ${times.length} of ${KEYS} keys were drawn at the ${place}`);
      const figures = spread(times);
      places.push({ place, keys: times.length, ...figures, met: figures.p95 < BUDGET_MS });
    }
    const { words, blocks, notes } = lesson;
    return { lesson: { words, blocks, notes }, places };
  } finally {
    await browser.close();
    await close();
  }
}
