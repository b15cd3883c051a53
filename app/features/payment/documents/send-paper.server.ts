import { ExpectedError } from "#app/platform/errors/errors.ts";
import { waitPage } from "#app/platform/http/bare-page.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { invoiceWords } from "./invoice-words.ts";
import { type PaperToDraw, renderInvoice } from "./render-invoice.server.ts";

/** Seconds after which what waits now is usually done. */
const USUAL_WAIT = 5;

/** Answers with a paper as PDF; where too many wait for theirs already, with a page that asks again by itself. */
export async function sendPaper(
  paper: PaperToDraw,
  { locale, order }: { locale: Locale; order: number },
): Promise<Response> {
  try {
    const bytes = await renderInvoice(paper);
    return new Response(bytes, {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `inline; filename="maqdis-${paper.number ?? order}.pdf"`,
        "Cache-Control": "private, no-cache",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
      },
    });
  } catch (error) {
    if (!(error instanceof ExpectedError && error.status === 503)) throw error;
    const word = invoiceWords(locale);
    return new Response(waitPage(locale, { title: word("wait.title"), text: word("wait.busy") }), {
      status: 503,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        "Retry-After": String(USUAL_WAIT),
        Refresh: String(USUAL_WAIT),
      },
    });
  }
}
