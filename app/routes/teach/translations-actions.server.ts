import { data } from "react-router";
import { lookAtXliff, takeXliff } from "#app/features/lesson/translation/xliff/exchange-translations.server.ts";
import { xliffRefused } from "#app/features/lesson/translation/xliff/read-xliff.ts";
import { MOST_XLIFF_BYTES } from "#app/features/lesson/translation/xliff/xliff-limits.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";

type Input = RouteInput<{ course: string }, unknown> & { form: FormData };

/** Does what a form of the page asks for by its `intent`: looks at a file, or takes what was looked at. */
export async function translationsActions({ personCtx, params, href, form }: Input) {
  const ctx = personCtx();
  const intent = form.get("intent");
  if (intent !== "look" && intent !== "take") throw notFound();
  const given = form.get(intent === "look" ? "file" : "xliff");
  try {
    if (given instanceof File && given.size > MOST_XLIFF_BYTES) throw xliffRefused("tooLarge");
    const xliff = given instanceof File ? await given.text() : (given ?? "");
    if (intent === "look") return data({ seen: { report: await lookAtXliff(ctx, { ...params, xliff }), xliff } });
    const { lessons } = await takeXliff(ctx, { ...params, xliff });
    const taken = lessons
      .flatMap(({ outcomes }) => outcomes)
      .filter(({ what }) => what === "new" || what === "changed");
    const values = { count: taken.length, number: String(taken.length) };
    throw redirectWithNotice(href(`/teach/${params.course}/translations`), "translation:exchange.taken", values);
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status === 404) throw error;
    return data({ refused: withValues(error.messageKey, error.values) }, { status: error.status });
  }
}
