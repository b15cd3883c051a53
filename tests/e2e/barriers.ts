import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds on a page as it stands now, or within one part of it: the rule, the element, and what is wrong with it.
 */
export async function findBarriers(page: Page, within = "html"): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // In the page itself, not by a blank page beside it: twice as fast, and the same for frames of our own origin.
    .setLegacyMode()
    .include(within)
    // Only what is wrong is told, and not where all was well.
    .options({ resultTypes: ["violations"] })
    .withTags(RULES)
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ""}`));
}
