import type { Payee } from "#app/features/setting/settings.ts";
import type { OrderLineKind } from "#app/platform/db/generated/enums.ts";
import { formatDate, formatMoney, formatNumber } from "#app/platform/i18n/format.ts";
import { directionOf, type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { choiceOf, isolate, lineIn, type Piece, pieceOf } from "#app/platform/typeset/pieces.ts";
import type { InvoiceContent } from "./invoice-content.ts";
import { transferReference } from "./invoice-number.ts";
import { invoiceWords } from "./invoice-words.ts";

export type BilledLine = {
  kind: OrderLineKind;
  titles: Translated;
  quantity: number;
  listAmount: number;
  discountAmount: number;
  amount: number;
};

/** What every paper about an order is written from; amounts in minor units. */
export type PaperFacts = {
  locale: Locale;
  /** Where the academy is reached. */
  origin: string;
  payee: Payee;
  /** What the academy is called. */
  names: Record<Locale, string>;
  buyer: {
    name: string;
    email: string;
    country: string | null;
    billing: { name: string; address: string; taxNumber: string } | null;
  };
  order: { number: number; placedAt: Date; currency: string; lines: readonly BilledLine[] };
  amount: number;
  taxAmount: number;
  now: Date;
};

export type PaymentMade = { paidAt: Date; by: "checkout" | "bank" | "cash"; reference: string | null };

/** With the code of its currency: a paper leaves the country in which the sign is clear. */
const moneyIn = (locale: Locale, amount: number, currency: string) =>
  formatMoney(amount, currency, choiceOf(locale), { as: "code" });

const ARABIC_LETTER = /\p{Script=Arabic}/u;

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What people wrote, in letters of the script that it is in. */
function named(text: string, locale: Locale): Piece {
  if (directionOf(locale) === "rtl") return pieceOf(text, ARABIC_LETTER.test(text) ? locale : "en");
  return pieceOf(text, ARABIC_LETTER.test(text) ? "ar" : locale);
}

function sellerOf({ payee, names, locale, origin }: PaperFacts) {
  const word = invoiceWords(locale);
  const name = pickTranslated({ ...names, ...payee.names }, locale);
  const legal = Object.keys(payee.names).length > 0 ? pickTranslated(payee.names, locale) : name;
  const address = pickTranslated(payee.addresses, locale);
  const tax = payee.taxNumber ? [lineIn(word("taxNumber", { number: isolate(payee.taxNumber) }), locale)] : [];
  return {
    heading: word("seller"),
    lines: [
      pieceOf(legal.text, legal.locale),
      ...linesOf(address.text).map((line) => pieceOf(line, address.locale)),
      ...tax,
      pieceOf(origin.replace(/^https?:\/\//, ""), "en"),
    ],
  };
}

function buyerOf({ buyer, locale }: PaperFacts) {
  const { name, email, country, billing } = buyer;
  const word = invoiceWords(locale);
  const region =
    country && !billing?.address ? new Intl.DisplayNames(locale, { type: "region" }).of(country) : undefined;
  return {
    heading: word("buyer"),
    lines: [
      named(billing?.name ?? name, locale),
      ...linesOf(billing?.address ?? "").map((line) => named(line, locale)),
      ...(billing?.taxNumber ? [lineIn(word("taxNumber", { number: isolate(billing.taxNumber) }), locale)] : []),
      ...(region ? [lineIn(region, locale)] : []),
      pieceOf(email, "en"),
    ],
  };
}

function sumsOf({ locale, amount, taxAmount, order }: PaperFacts, total: string) {
  const word = invoiceWords(locale);
  const money = (value: number) => moneyIn(locale, value, order.currency);
  return [
    { label: word("net"), value: money(amount - taxAmount), strong: false },
    { label: word("tax"), value: money(taxAmount), strong: false },
    { label: word(total), value: money(amount), strong: true },
  ];
}

/** What is the same on all papers. */
function frameOf(facts: PaperFacts, title: "invoice" | "creditNote" | "proforma") {
  const { locale } = facts;
  const word = invoiceWords(locale);
  return {
    lang: locale,
    dir: directionOf(locale),
    title: word(title),
    academy: facts.names[locale],
    seller: sellerOf(facts),
    buyer: buyerOf(facts),
    head: {
      what: word("what"),
      quantity: word("quantity"),
      price: word("price"),
      discount: word("discount"),
      amount: word("amount"),
    },
    bank: null,
    note: word(`notes.${title}`),
    void: word("void"),
    page: word("page", { page: "{page}", pages: "{pages}" }),
    digits: Array.from({ length: 10 }, (_, digit) => formatNumber(digit, choiceOf(locale))),
  };
}

/** Labels with what they name; what nobody knows is left out. */
function factsIn(locale: Locale, rows: [label: string, value: string | Piece | null][]) {
  const word = invoiceWords(locale);
  return rows.flatMap(([label, value]) => {
    if (value === null) return [];
    return [{ label: word(label), value: typeof value === "string" ? lineIn(value, locale) : value }];
  });
}

const numberFact = (locale: Locale) => ({ label: invoiceWords(locale)("number"), value: "number" as const });

function rowsOf({ locale, order }: PaperFacts) {
  const word = invoiceWords(locale);
  const money = (value: number) => moneyIn(locale, value, order.currency);
  return order.lines.map(({ kind, titles, quantity, listAmount, discountAmount, amount }) => ({
    what: lineIn(word(`line.${kind}`, { title: isolate(pickTranslated(titles, locale).text) }), locale),
    quantity: formatNumber(quantity, choiceOf(locale)),
    price: money(listAmount),
    discount: discountAmount > 0 ? money(discountAmount) : "",
    amount: money(amount),
  }));
}

function orderFacts({ locale, order }: PaperFacts): [string, string | Piece | null][] {
  return [
    ["order", pieceOf(String(order.number), "en")],
    ["ordered", formatDate(order.placedAt, choiceOf(locale))],
  ];
}

/** What the invoice of an order that was paid says. */
export function writeInvoice(facts: PaperFacts, { paidAt, by, reference }: PaymentMade): InvoiceContent {
  const { locale, now } = facts;
  const word = invoiceWords(locale);
  const choice = choiceOf(locale);
  return {
    ...frameOf(facts, "invoice"),
    facts: [
      numberFact(locale),
      ...factsIn(locale, [
        ["issued", formatDate(now, choice)],
        ...orderFacts(facts),
        ["paid", formatDate(paidAt, choice)],
        ["method", word(`methods.${by}`)],
        ["reference", reference === null ? null : named(reference, locale)],
      ]),
    ],
    rows: rowsOf(facts),
    sums: sumsOf(facts, "total"),
  };
}

/** What the credit note of a refund says: `amount` of the facts is what was given back. */
export function writeCreditNote(facts: PaperFacts, { by }: { by: PaymentMade["by"] | "hand" }): InvoiceContent {
  const { locale, now, order, amount } = facts;
  const word = invoiceWords(locale);
  const titles = order.lines.map((line) => isolate(pickTranslated(line.titles, locale).text));
  const money = moneyIn(locale, amount, order.currency);
  return {
    ...frameOf(facts, "creditNote"),
    facts: [
      numberFact(locale),
      { label: word("credits"), value: "invoice" },
      ...factsIn(locale, [
        ["issued", formatDate(now, choiceOf(locale))],
        ...orderFacts(facts),
        ["method", word(`methods.${by}`)],
      ]),
    ],
    rows: [
      {
        what: lineIn(word("line.refund", { title: titles.join(" · ") }), locale),
        ...{ quantity: "", price: "", discount: "", amount: money },
      },
    ],
    ...(by === "hand" ? { note: word("notes.creditNoteByHand") } : {}),
    sums: sumsOf(facts, "totalCredited"),
  };
}

/** A request to pay an order by transfer until `until`, with the account to pay to. It has no number of its own. */
export function writeProforma(facts: PaperFacts, { until }: { until: Date }): InvoiceContent {
  const { locale, now, order, payee } = facts;
  const word = invoiceWords(locale);
  const reference = transferReference(order.number);
  const bank = pickTranslated(payee.bankDetails, locale);
  const lines = linesOf(bank.text).map((line) => pieceOf(line, bank.locale));
  return {
    ...frameOf(facts, "proforma"),
    facts: factsIn(locale, [
      ["issued", formatDate(now, choiceOf(locale))],
      ...orderFacts(facts),
      ["due", formatDate(until, choiceOf(locale))],
      ["reference", pieceOf(reference, "en")],
    ]),
    rows: rowsOf(facts),
    sums: sumsOf(facts, "totalDue"),
    bank: lines.length > 0 ? { heading: word("bank"), lines } : null,
    note: word("notes.proforma", { reference: isolate(reference) }),
  };
}
