import type { TypesetOrder } from "#app/platform/typeset/typeset.ts";
import { typesetApart } from "#app/platform/typeset/typeset-apart.server.ts";
import type { InvoiceContent } from "./invoice-content.ts";

export type PaperToDraw = {
  content: InvoiceContent;
  /** Of the paper itself, and of the invoice from which it takes back; null where there is none. */
  number: string | null;
  invoice: string | null;
  isVoid: boolean;
  issuedAt: Date;
};

/** What is set in type for a paper. */
export function invoiceOrder(
  { content, number, invoice, isVoid, issuedAt }: PaperToDraw,
  to: "pdf" | "svg",
): TypesetOrder {
  const named = { number: number ?? "", invoice: invoice ?? "" };
  const facts = content.facts.map(({ label, value }) => ({
    label,
    value: typeof value === "string" ? { text: named[value], lang: "en", dir: "ltr" } : value,
  }));
  const date = { year: issuedAt.getUTCFullYear(), month: issuedAt.getUTCMonth() + 1, day: issuedAt.getUTCDate() };
  const data = { content: { ...content, facts }, title: [content.title, number ?? ""].join(" ").trim(), isVoid, date };
  return { layout: "features/payment/documents/layout/invoice.typ", data, images: [], to };
}

/** Draws a paper as PDF/A, the same bytes for the same words. Throws `documentBusy` (503) where too many wait already. */
export function renderInvoice(paper: PaperToDraw): Promise<Uint8Array<ArrayBuffer>> {
  return typesetApart(invoiceOrder(paper, "pdf"));
}
