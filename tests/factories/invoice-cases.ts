import type { InvoiceContent } from "#app/features/payment/documents/invoice-content.ts";
import type { PaperToDraw } from "#app/features/payment/documents/render-invoice.server.ts";
import {
  type BilledLine,
  type PaperFacts,
  writeCreditNote,
  writeInvoice,
  writeProforma,
} from "#app/features/payment/documents/write-content.ts";
import { academyNames } from "#app/platform/i18n/academy-names.ts";

const issuedAt = new Date("2026-11-22T10:00:00Z");
const placedAt = new Date("2026-11-20T08:00:00Z");

const titles = {
  ar: "القدس عبر العصور",
  en: "Jerusalem through the ages",
  ur: "یروشلم: صدیوں کے آئینے میں",
};

const line: BilledLine = {
  kind: "course",
  titles,
  quantity: 1,
  listAmount: 4_900,
  discountAmount: 900,
  amount: 4_000,
};

/** What a paper is written from, in a test that says only what it is about. */
export function paperFacts({
  order,
  ...said
}: Partial<Omit<PaperFacts, "order">> & { order?: Partial<PaperFacts["order"]> } = {}): PaperFacts {
  return {
    locale: "en",
    origin: "https://maqdis.example",
    names: academyNames,
    payee: {
      names: { ar: "جمعية دراسات القدس", en: "Jerusalem Studies Association" },
      addresses: { ar: "شارع الزهراء ١٢\nالقدس", en: "12 Al-Zahra Street\nJerusalem" },
      taxNumber: "562-778-901",
      bankDetails: {
        ar: "بنك الأمثلة، فرع القدس\nIBAN: PS92 PALS 0000 0000 0400 1234 5670 2\nBIC: PALSPS22",
        en: "Example Bank, Jerusalem branch\nIBAN: PS92 PALS 0000 0000 0400 1234 5670 2\nBIC: PALSPS22",
      },
    },
    buyer: { name: "Amina Rahman", email: "amina.rahman@example.org", country: "MY", billing: null },
    amount: 4_000,
    taxAmount: 345,
    now: issuedAt,
    ...said,
    order: { number: 1042, placedAt, currency: "USD", lines: [line], ...order },
  };
}

const paper = (content: InvoiceContent, said: Partial<PaperToDraw> = {}): PaperToDraw => ({
  ...{ content, number: "INV-2026-000042", invoice: null, isVoid: false, issuedAt },
  ...said,
});

const paid = { paidAt: issuedAt, by: "checkout", reference: null } as const;
const byBank = { paidAt: issuedAt, by: "bank", reference: "TRX 2026/11-7788" } as const;
const note = { number: "CN-2026-000007", invoice: "INV-2026-000042" };
const until = new Date("2026-12-04T10:00:00Z");

const organisation = {
  name: "رابطة الأساتذة والباحثين في تاريخ بيت المقدس وأكنافه",
  email: "office@historians.example",
  country: "JO",
  billing: {
    name: "رابطة الأساتذة والباحثين في تاريخ بيت المقدس وأكنافه (Association of Historians)",
    address: "شارع الملكة رانيا، مبنى 45، الطابق 3\nعمّان 11183\nالأردن",
    taxNumber: "JO-1122334455",
  },
};

const seats: BilledLine = {
  ...line,
  kind: "seats",
  quantity: 50,
  listAmount: 1_750_000,
  discountAmount: 0,
  amount: 1_750_000,
};
const long = Array.from({ length: 32 }, (_, place) => ({
  ...line,
  titles: { en: `${titles.en}, part ${place + 1}: sources, travellers and the people of the city in their own words` },
}));

/** Papers as they come, and as long as they get. */
export const invoiceCases: Record<string, PaperToDraw> = {
  arabic: paper(writeInvoice(paperFacts({ locale: "ar" }), byBank)),
  english: paper(writeInvoice(paperFacts(), paid)),
  urdu: paper(writeInvoice(paperFacts({ locale: "ur" }), paid)),
  french: paper(writeInvoice(paperFacts({ locale: "fr", order: { currency: "EUR" } }), paid)),
  "seats-in-dinars": paper(
    writeInvoice(
      paperFacts({ locale: "ar", buyer: organisation, amount: 1_750_000, order: { currency: "JOD", lines: [seats] } }),
      byBank,
    ),
  ),
  "credit-note": paper(writeCreditNote(paperFacts({ amount: 1_500, taxAmount: 129 }), paid), note),
  "void-credit-note": paper(writeCreditNote(paperFacts({ locale: "ar", amount: 1_500 }), paid), {
    ...note,
    isVoid: true,
  }),
  "proforma-arabic": paper(writeProforma(paperFacts({ locale: "ar", buyer: organisation }), { until }), {
    number: null,
  }),
  "proforma-urdu": paper(writeProforma(paperFacts({ locale: "ur" }), { until }), { number: null }),
  "two-pages": paper(
    writeInvoice(
      paperFacts({
        amount: 128_000,
        payee: { names: {}, addresses: {}, taxNumber: "", bankDetails: {} },
        order: { lines: long },
      }),
      paid,
    ),
  ),
};
