import core from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { cslLocales, ownCslLocales } from "./citation-locales.ts";
import { citationStyle } from "./citation-style.ts";

const STYLE = "maqdis";

const config = core.plugins.config.get("@csl");
config.styles.add(STYLE, citationStyle);
for (const [name, xml] of ownCslLocales()) config.locales.add(name, xml);

/** A processor of citations in the academy's style; it keeps what it was told until it is asked for again. */
export function citationEngine(items: { id: string }[], locale: Locale) {
  const engine = config.engine(items, STYLE, cslLocales[locale], "html");
  engine.updateItems([]);
  return engine;
}

/** Works written in BibTeX or RIS, as items of CSL-JSON. Throws an error of any kind on what it cannot read. */
export function parseWorks(text: string, format: "bibtex" | "ris"): Record<string, unknown>[] {
  const forceType = format === "bibtex" ? "@bibtex/text" : "@ris/file";
  return new core.Cite(text, { forceType, generateGraph: false }).data;
}

/** Items of CSL-JSON in BibTeX. */
export function writeBibtex(items: { id: string }[]): string {
  return new core.Cite(items, { generateGraph: false }).format("bibtex");
}
