import type { InvoiceKind } from "#app/platform/db/generated/enums.ts";

const prefixes: Record<InvoiceKind, string> = { invoice: "INV", creditNote: "CN" };

/** How a paper is called by its place in the series of its kind and year: «INV-2026-000042». */
export function writeInvoiceNumber({
  kind,
  year,
  position,
}: {
  kind: InvoiceKind;
  year: number;
  position: number;
}): string {
  return `${prefixes[kind]}-${year}-${String(position).padStart(6, "0")}`;
}

/** The place that a number names, or undefined for what is no number of a paper. */
export function readInvoiceNumber(number: string): { kind: InvoiceKind; year: number; position: number } | undefined {
  const [, prefix, year, position] = /^(INV|CN)-(\d{4})-(\d{6,9})$/.exec(number) ?? [];
  if (!prefix) return undefined;
  return { kind: prefix === "CN" ? "creditNote" : "invoice", year: Number(year), position: Number(position) };
}

/** What a buyer writes on a transfer, so that it finds its order. */
export function transferReference(orderNumber: number): string {
  return `MAQDIS-${orderNumber}`;
}
