import type { IncomingMessage, ServerResponse } from "node:http";
import { pay } from "./stripe-acts.ts";
import type { FakeSession, StripeState } from "./stripe-state.ts";

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

const pageOf = (body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Checkout</title></head>
<body><main><h1>Checkout</h1>${body}</main></body></html>`;

function showOpen({ amount_total: amount, currency, cancel_url, customer_email }: FakeSession): string {
  return pageOf(`<p>${escaped(`${amount} ${currency}`)}</p><p>${escaped(customer_email ?? "")}</p>
<form method="post"><button name="by" value="card">Pay</button> <button name="by" value="bank">Pay by bank</button></form>
<a href="${escaped(cancel_url)}">Back</a>`);
}

const showClosed = () => pageOf("<p>This page is closed: it was paid, or its time is over.</p>");

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
}

/**
 * Stripe's page of a session, as far as a buyer needs one: she pays by card, or by her bank, of which the money comes
 * later, or goes back. False for another address.
 */
export async function answerPayPage(
  state: StripeState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const session = state.sessions.get((request.url ?? "").replace(/^\/pay\//, ""));
  if (!session) return false;
  const delayed = request.method === "POST" && (await readForm(request)).get("by") === "bank";
  if (request.method === "POST" && pay(state, session.id, { delayed })) {
    response.writeHead(303, { location: session.success_url }).end();
    return true;
  }
  const page = session.status === "open" ? showOpen(session) : showClosed();
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
  return true;
}
