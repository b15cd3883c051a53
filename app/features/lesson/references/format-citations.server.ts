import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import sanitizeHtml from "sanitize-html";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { CitedWork } from "../blocks/citation/cited-works.ts";
import { lessonUnreadable } from "../lesson-unreadable.ts";
import type { FormatCitations } from "../render-context.ts";
import { citationEngine } from "./cite-library.server.ts";
import { itemInScript, markText, scriptOfLocale } from "./item-in-script.ts";
import { type CslItem, scriptOf } from "./reference-schema.ts";

const ARABIC_POINTS: Record<string, string> = { ",": "،", ";": "؛" };
const LITERAL = /(\uE000[^\uE001]*\uE001|\uE002[^\uE003]*\uE003|<[^>]*>|&[^;\s]+;)/;

/** The processor writes commas as Latin does; between words of Arabic and Urdu stand others. */
function arabicPoints(html: string): string {
  // The number of an edition follows its word.
  const parts = html.replace(/(\d+) (ط\.|طبع)(?=\s|[.,،]|$)/g, "$2 $1").split(LITERAL);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[,;]/g, (p) => ARABIC_POINTS[p] ?? p)))
    .join("");
}

/** The processor's HTML made ours: four elements without attributes, and everything that was marked isolated. */
function ownHtml(given: string, locale: Locale): string {
  const clean = sanitizeHtml(given, { allowedTags: ["i", "b", "sup", "sub"], allowedAttributes: {} }).trim();
  const points = scriptOfLocale(locale) === "und-Arab" ? arabicPoints(clean) : clean;
  return (
    points
      // Family and given name are one name, whichever stands first.
      .replace(/\uE003([,،]?\s)\uE002/g, "$1")
      .replace(/([.?!…])(\uE001(?:<\/i>)?[”»"]?)\./g, "$1$2")
      .replace(/[\uE000\uE002]/g, "<bdi>")
      .replace(/[\uE001\uE003]/g, "</bdi>")
  );
}

type Cited = { note: number; work: CitedWork };

/** All that is cited, in the academy's style and in one language. */
function formatIn(locale: Locale, items: CslItem[], cited: Cited[]) {
  const script = scriptOfLocale(locale);
  const engine = citationEngine(
    items.map((item) => itemInScript(item, script)),
    locale,
  );
  const clusters = cited.map(({ note, work: { key, locator, prefix } }, index) => ({
    citationID: `c${index}`,
    citationItems: [
      {
        id: key,
        ...(locator === null ? {} : { locator: markText(locator) }),
        ...(prefix === null ? {} : { prefix: `${markText(prefix)} ` }),
      },
    ],
    properties: { noteIndex: note },
  }));
  const citations = engine.rebuildProcessorState(clusters, "html", []).map(([, , html]) => ownHtml(html, locale));
  const [{ entry_ids: order }, entries] = engine.makeBibliography();
  const works = order.flatMap(([id], index) =>
    id === undefined ? [] : [[id, ownHtml(entries[index] ?? "", locale)] as const],
  );
  return { citations, works: new Map(works) };
}

function addressOf({ URL: url, DOI: doi }: CslItem): string {
  const href = doi === undefined ? url : `https://doi.org/${doi}`;
  if (href === undefined) return "";
  const own = serializeAttrsToHTMLString({ href, rel: "noopener noreferrer" });
  return ` <a${own}><bdi dir="ltr">${escapeHTML(href)}</bdi></a>`;
}

/**
 * Makes the function by which a course's bibliography is cited in a text. In a text of Arabic letters a work in Latin
 * ones is cited as its own world does it, from left to right.
 */
export function citationFormatter(references: readonly CslItem[]): FormatCitations {
  const known = new Map(references.map((item) => [item.id, item]));
  return ({ locale: given, clusters }) => {
    const locale = localeSchema.parse(given);
    const cited = clusters.flatMap(({ note, works }) => works.map((work) => ({ note, work })));
    const items = [...new Set(cited.map(({ work }) => work.key))].map((key) => {
      const item = known.get(key);
      if (!item) throw lessonUnreadable(`The work ${key} is not in the bibliography.`);
      return item;
    });
    const own = formatIn(locale, items, cited);
    const foreign = scriptOfLocale(locale) === "und-Arab" ? formatIn("en", items, cited) : own;
    const isForeign = (key: string) => foreign !== own && scriptOf(known.get(key)?.title ?? "") === "und-Latn";
    const citation = (index: number) => {
      const { work } = cited[index] ?? {};
      if (!work || !isForeign(work.key)) return own.citations[index] ?? "";
      return `<bdi dir="ltr" lang="en">${foreign.citations[index] ?? ""}</bdi>`;
    };
    const separator = scriptOfLocale(locale) === "und-Arab" ? "؛ " : "; ";
    let index = 0;
    return {
      clusters: clusters.map(({ works }) => works.map(() => citation(index++)).join(separator)),
      bibliography: [...own.works].map(([key, html]) => {
        const item = known.get(key);
        const link = item ? addressOf(item) : "";
        if (!isForeign(key)) return `<p>${html}${link}</p>`;
        return `<p dir="ltr" lang="en">${foreign.works.get(key) ?? ""}${link}</p>`;
      }),
    };
  };
}
