import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/**
 * What axe finds on a page as it stands now, or within one part of it: the rule, the element, and what is wrong with it.
 * A page and its frames are given axe once, which is asked for what is wrong alone: both save most of the time that a page takes.
 */
export async function findBarriers(page: Page, within = "html"): Promise<string[]> {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => window.axe !== undefined))) await frame.evaluate(source);
  return page.evaluate(
    async ({ part, tags }) => {
      if (!window.axe) throw new Error("The page has no axe");
      const { violations } = await window.axe.run(part, {
        runOnly: { type: "tag", values: tags },
        resultTypes: ["violations"],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ""}`),
      );
    },
    { part: within, tags: RULES },
  );
}
