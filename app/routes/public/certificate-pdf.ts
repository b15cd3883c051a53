import { redirect } from "react-router";
import { z } from "zod";
import { pdfAddress } from "#app/features/certificate/certificate-address.ts";
import { certificateForms } from "#app/features/certificate/certificate-forms.ts";
import { documentWords } from "#app/features/certificate/document/document-words.ts";
import { findCertificatePdf } from "#app/features/certificate/document/find-certificate-pdf.server.ts";
import { limitGuesses } from "#app/features/certificate/public/limit-guesses.server.ts";
import { readSerial, writeSerial } from "#app/features/certificate/serial.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { waitPage } from "#app/platform/http/bare-page.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { callerOf } from "#app/platform/http/rate-limit.server.ts";
import { sendFile } from "#app/platform/http/send-file.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";

/** Seconds after which what waits now is usually done. */
const USUAL_WAIT = 5;

/** A certificate's PDF. Where it cannot be had yet, a page that says so and asks again by itself. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ serial: z.string() }),
  search: z.object({ form: z.enum(certificateForms).default("ar-en"), download: z.string().optional() }),
  load: async ({ ctx, params, search, request, web, href }) => {
    const { serial } = readSerial(params.serial);
    if (serial === undefined) throw notFound();
    const { form } = search;
    const download = search.download !== undefined;
    if (params.serial !== writeSerial(serial)) throw redirect(href(pdfAddress(serial, { form, download })));
    try {
      const { sha256, bytes } = await limitGuesses({ db: ctx.db, address: web.address }, () =>
        findCertificatePdf(ctx, { serial, form, caller: callerOf(web.address) }),
      );
      const stream = (from: number, to: number) => new Blob([new Uint8Array(bytes.subarray(from, to))]).stream();
      return await sendFile(
        request,
        { name: sha256, contentType: "application/pdf", bytes: bytes.length, stream },
        {
          // Its holder may hide her names at any time.
          "Cache-Control": "private, no-cache",
          "Content-Disposition": `${download ? "attachment" : "inline"}; filename="maqdis-${params.serial}-${form}.pdf"`,
          "X-Content-Type-Options": "nosniff",
          "X-Robots-Tag": "noindex",
        },
      );
    } catch (error) {
      if (error instanceof ExpectedError && [429, 503].includes(error.status)) return comeAgain(error, ctx.locale);
      throw error;
    }
  },
});

function comeAgain({ code, status, values }: ExpectedError, locale: Locale): Response {
  const word = documentWords(locale);
  const seconds = String(values.seconds ?? USUAL_WAIT);
  const text = word(code === "notSignedYet" ? "wait.unsigned" : "wait.busy");
  return new Response(waitPage(locale, { title: word("wait.title"), text }), {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": seconds,
      Refresh: seconds,
    },
  });
}
