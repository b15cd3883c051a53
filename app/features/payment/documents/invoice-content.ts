import { z } from "zod";

const pieceSchema = z.object({ text: z.string(), lang: z.string(), dir: z.enum(["rtl", "ltr"]) });

const partySchema = z.object({ heading: z.string(), lines: z.array(pieceSchema) });

/** Names of other papers are written where the paper is drawn, for they are known only once all is committed. */
const factSchema = z.object({
  label: z.string(),
  value: z.union([pieceSchema, z.literal("number"), z.literal("invoice")]),
});

const rowSchema = z.object({
  what: pieceSchema,
  quantity: z.string(),
  price: z.string(),
  discount: z.string(),
  amount: z.string(),
});

/** All that an invoice, a credit note or a request for payment says, word by word, as it is frozen. */
export const invoiceContentSchema = z.object({
  lang: z.string(),
  dir: z.enum(["rtl", "ltr"]),
  title: z.string(),
  academy: z.string(),
  seller: partySchema,
  buyer: partySchema,
  facts: z.array(factSchema),
  head: z.object({
    what: z.string(),
    quantity: z.string(),
    price: z.string(),
    discount: z.string(),
    amount: z.string(),
  }),
  rows: z.array(rowSchema),
  sums: z.array(z.object({ label: z.string(), value: z.string(), strong: z.boolean() })),
  /** Where one pays; nothing where it was paid. */
  bank: partySchema.nullable(),
  note: z.string(),
  /** Stands above all of a credit note that no longer holds. */
  void: z.string(),
  page: z.string(),
  digits: z.array(z.string()).length(10),
});

export type InvoiceContent = z.output<typeof invoiceContentSchema>;
