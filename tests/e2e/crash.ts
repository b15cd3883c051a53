import type { Page } from "@playwright/test";

/** Ends a tab as a crash or the system does: nothing of it runs any more, not even what is done on leaving. */
export async function crash(page: Page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
}
