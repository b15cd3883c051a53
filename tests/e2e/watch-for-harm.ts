import type { BrowserContext } from "@playwright/test";

/** What happened in the pages of a browser that nobody meant: in words, one line each. */
export type Harm = { seen: string[] };

declare global {
  interface Window {
    /** Tells the test, from inside a page. */
    tellHarm: (what: string) => void;
  }
}

/** What hostile texts call where they run, and what they set off where a page stops them. */
function watchPage(): void {
  const tell = (what: string) => window.tellHarm(what);
  for (const name of ["alert", "confirm", "prompt", "print"] as const) {
    Object.defineProperty(window, name, { value: () => tell(`called ${name}`) });
  }
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
    tell(`stopped ${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}`);
  });
}

/**
 * Watches all pages that a browser will open: for a dialog, for a call of what opens one, for a request to anywhere
 * but the academy, which is not let out, and for everything that the content security policy reports.
 */
export async function watchForHarm(context: BrowserContext): Promise<Harm> {
  const own = new URL(process.env.ACADEMY_ORIGIN ?? "").origin;
  const harm: Harm = { seen: [] };
  await context.exposeBinding("tellHarm", (_source, what: string) => void harm.seen.push(what));
  await context.addInitScript(watchPage);
  context.on("dialog", (dialog) => {
    harm.seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("page", (page) => page.on("popup", (popup) => void harm.seen.push(`opened ${popup.url()}`)));
  await context.route(
    (url) => url.origin !== own && url.protocol.startsWith("http"),
    (route) => {
      harm.seen.push(`asked ${route.request().url()}`);
      return route.abort();
    },
  );
  return harm;
}
