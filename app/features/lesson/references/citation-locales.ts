import type { Locale } from "#app/platform/i18n/locales.ts";

type Terms = {
  and: string;
  etAl: string;
  ibid: string;
  in: string;
  edition: string;
  noDate: string;
  issue: string;
  ordinal?: string;
  editor: string;
  translator: string;
  quotes: [string, string];
  /** As CSL orders the parts of a date. */
  date: ("day" | "month" | "year")[];
};

const terms: Partial<Record<Locale, Terms>> = {
  ar: {
    ...{ and: "و", etAl: "وآخرون", ibid: "المرجع نفسه", in: "في", edition: "ط.", noDate: "د.ت", issue: "ع." },
    ...{ editor: "تحرير", translator: "ترجمة", quotes: ["«", "»"], date: ["day", "month", "year"] },
  },
  tr: {
    ...{ and: "ve", etAl: "vd.", ibid: "A.g.e.", in: "içinde:", edition: "bs.", noDate: "t.y.", issue: "sy." },
    ...{ editor: "haz.", translator: "çev.", quotes: ["“", "”"], date: ["day", "month", "year"], ordinal: "." },
  },
  ur: {
    ...{ and: "اور", etAl: "وغیرہ", ibid: "ایضاً", in: "در", edition: "طبع", noDate: "س ن", issue: "شمارہ" },
    ...{ editor: "مرتّب", translator: "مترجم", quotes: ["”", "“"], date: ["day", "month", "year"] },
  },
  ms: {
    ...{ and: "dan", etAl: "dll.", ibid: "Ibid.", in: "dlm.", edition: "ed.", noDate: "t.t.", issue: "bil." },
    ...{ editor: "peny.", translator: "terj.", quotes: ["“", "”"], date: ["day", "month", "year"] },
  },
};

/** What the locales of citeproc are called; three of ours come with the library. */
export const cslLocales: Record<Locale, string> = {
  ...{ ar: "ar", en: "en-US", fr: "fr-FR", es: "es-ES" },
  ...{ tr: "tr-TR", ur: "ur-PK", ms: "ms-MY" },
};

function monthsOf(locale: Locale): string {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { day: "numeric", month: "long", timeZone: "UTC" });
  const name = (month: number) =>
    format.formatToParts(Date.UTC(2001, month, 15)).find(({ type }) => type === "month")?.value ?? "";
  return Array.from({ length: 12 }, (_, month) => {
    const number = String(month + 1).padStart(2, "0");
    return `<term name="month-${number}">${name(month)}</term>`;
  }).join("");
}

function localeXml(locale: Locale, own: Terms): string {
  const short = (name: string, value: string) =>
    `<term name="${name}" form="short"><single>${value}</single><multiple>${value}</multiple></term>`;
  const parts = own.date.map((name) => `<date-part name="${name}" suffix="${name === "year" ? "" : " "}"/>`).join("");
  return `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${cslLocales[locale]}">
  <style-options punctuation-in-quote="false"/>
  <date form="text">${parts}</date>
  <date form="numeric">${parts}</date>
  <terms>
    <term name="and">${own.and}</term><term name="et-al">${own.etAl}</term><term name="ibid">${own.ibid}</term>
    <term name="in">${own.in}</term><term name="no date" form="short">${own.noDate}</term>
    <term name="open-quote">${own.quotes[0]}</term><term name="close-quote">${own.quotes[1]}</term>
    <term name="open-inner-quote">‹</term><term name="close-inner-quote">›</term>
    <term name="page-range-delimiter">–</term><term name="colon">:</term><term name="ordinal">${own.ordinal ?? ""}</term>
    ${/* The processor leaves out what it takes for the page of English. */ short("page", "p.")}
    ${short("edition", own.edition)}${short("issue", own.issue)}${short("editor", own.editor)}
    ${short("translator", own.translator)}
    <term name="editor" form="verb-short">${own.editor}</term>
    <term name="translator" form="verb-short">${own.translator}</term>
    ${monthsOf(locale)}
  </terms>
</locale>`;
}

/** Locales of the Citation Style Language for those of our languages that citeproc comes without, by name. */
export function ownCslLocales(): Map<string, string> {
  const own = (["ar", "tr", "ur", "ms"] satisfies Locale[]).flatMap((locale) => {
    const found = terms[locale];
    return found ? [[cslLocales[locale], localeXml(locale, found)] as const] : [];
  });
  return new Map(own);
}
