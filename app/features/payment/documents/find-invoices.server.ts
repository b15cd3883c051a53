import { isAdmin } from "#app/platform/access/actor.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { invoiceContentSchema } from "./invoice-content.ts";
import { readInvoiceNumber, writeInvoiceNumber } from "./invoice-number.ts";
import { paperFactsOf, readBilledOrder } from "./issue-invoice.server.ts";
import type { PaperToDraw } from "./render-invoice.server.ts";
import { writeProforma } from "./write-content.ts";

type Numbered = { kind: "invoice" | "creditNote"; year: number; position: number | null };

/** Every paper has its number once its transaction committed; nobody sees it before. */
function numberOf({ kind, year, position }: Numbered): string {
  if (position === null) throw new Error("An invoice is read in the transaction that issues it");
  return writeInvoiceNumber({ kind, year, position });
}

/** The papers of an order, the invoice first; whoever asks for them has looked whether the order may be seen. */
export async function findInvoices(db: DbOrTx, { orderId }: { orderId: string }) {
  const rows = await db.invoice.findMany({
    where: { orderId },
    orderBy: [{ kind: "asc" }, { issuedAt: "asc" }, { id: "asc" }],
    select: {
      ...{ kind: true, year: true, position: true },
      ...{ amount: true, currency: true, issuedAt: true, voidedAt: true },
    },
  });
  return rows.map((row) => ({ ...row, number: numberOf(row) }));
}
export type ListedInvoice = Awaited<ReturnType<typeof findInvoices>>[number];

type Asked = {
  order: number;
  /** Of a credit note; the invoice itself where nothing is said. */
  number?: string;
  /** Whose order it may be: the actor's own, or anybody's for admins. */
  of: "actor" | "anybody";
};

/** The order that is asked about, where the actor may see it. Throws 404. */
async function findOrder({ db, actor }: Pick<PersonContext, "db" | "actor">, { order: number, of }: Asked) {
  if (of === "anybody" && !isAdmin(actor)) throw notFound();
  const whose: Prisma.OrderWhereInput = of === "anybody" ? {} : { buyerId: actor.id };
  const select = { id: true, method: true, state: true, expiresAt: true } as const;
  const order = await db.order.findFirst({ where: { number, ...whose }, select });
  if (!order) throw notFound();
  return order;
}

const paperColumns = { kind: true, year: true, position: true, content: true, issuedAt: true, voidedAt: true } as const;

/**
 * A paper of an order as it is drawn: what it says was frozen when it was issued. For an order that waits for a transfer,
 * which has no invoice yet, the request to pay it. Throws 404 where there is none, and to whom the order is not shown.
 */
export async function findPaper(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  asked: Asked,
): Promise<PaperToDraw> {
  const { db } = ctx;
  const order = await findOrder(ctx, asked);
  const invoice = await db.invoice.findFirst({ where: { orderId: order.id, kind: "invoice" }, select: paperColumns });
  if (asked.number === undefined) return invoice ? present(invoice, null) : requestPayment(ctx, order);
  const place = readInvoiceNumber(asked.number);
  if (place?.kind !== "creditNote" || !invoice) throw notFound();
  const note = await db.invoice.findFirst({ where: { orderId: order.id, ...place }, select: paperColumns });
  if (!note) throw notFound();
  return present(note, numberOf(invoice));
}

function present(
  paper: Prisma.InvoiceGetPayload<{ select: typeof paperColumns }>,
  invoice: string | null,
): PaperToDraw {
  const { content, issuedAt, voidedAt } = paper;
  const number = numberOf(paper);
  return { content: invoiceContentSchema.parse(content), number, invoice, isVoid: voidedAt !== null, issuedAt };
}

async function requestPayment(
  { db, clock }: Pick<PersonContext, "db" | "clock">,
  order: Awaited<ReturnType<typeof findOrder>>,
): Promise<PaperToDraw> {
  if (order.method !== "transfer" || order.state !== "open") throw notFound();
  const billed = await readBilledOrder(db, order.id);
  const now = clock.now();
  const { amount } = billed.order;
  const facts = paperFactsOf(billed, { amount, taxAmount: billed.order.taxAmount, now });
  const content = writeProforma(facts, { until: order.expiresAt });
  return { content, number: null, invoice: null, isVoid: false, issuedAt: now };
}
