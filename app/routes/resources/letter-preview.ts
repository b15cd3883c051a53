import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { previewLetter } from "#app/features/notification/letters/find-letters.server.ts";
import { letterFormSchema } from "#app/features/notification/letters/letter-schema.ts";
import { mailSamples } from "#app/mail-samples.server.ts";
import { academyMails } from "#app/mails.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { configuredOrigin } from "#app/platform/http/public-url.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

const params = z.object({ letter: z.string().max(80), language: localeSchema });
const search = z.object({ sample: z.coerce.number().int().min(0).max(20).catch(0) });
const letters = { kinds: academyMails, samples: mailSamples };

/** As in a mail program: styles in place, no scripts, and in no frame but ours. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src ${configuredOrigin} data:; base-uri 'none'; frame-ancestors 'self'; form-action 'none'; sandbox`;

const asHtml = (html: string) =>
  new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "Cache-Control": "no-store",
    },
  });

export const loader = declareLoader({
  access: "admin",
  params,
  search,
  load: async ({ personCtx, params: { letter: mail, language }, search: { sample } }) =>
    asHtml(await previewLetter(personCtx(), letters, { mail, language, sample })),
});

/** The words as they stand in the form, kept or not. */
export const action = declareAction({
  access: "admin",
  params,
  search,
  act: async ({ form, personCtx, params: { letter: mail, language }, search: { sample } }) => {
    const typed = parseWithZod(form, { schema: letterFormSchema });
    if (typed.status !== "success")
      throw new ExpectedError({ code: "badRequest", messageKey: "error:badRequest.text", status: 400 });
    return asHtml(await previewLetter(personCtx(), letters, { mail, language, sample, words: typed.value.words }));
  },
});
