import { z } from "zod";
import { findText } from "#app/features/lesson/editing/find-text.server.ts";
import { lessonTextSchema } from "#app/features/lesson/editing/lesson-text-schema.ts";
import { saveText } from "#app/features/lesson/editing/save-text.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

const params = z.object({ course: z.string(), lesson: z.string() });

/** Bytes; a document of 20,000 words takes a quarter of this. */
const LIMIT = 4 * 1024 * 1024;

const bodySchema = lessonTextSchema.extend({
  /** Id of who wrote it: whoever signed in since on the same device must not save it as her own. */
  owner: z.uuid(),
});

/** The text of a lesson in a language as it is saved now. */
export const loader = declareLoader({
  access: "teaching",
  params,
  search: z.object({ language: localeSchema }),
  load: async ({ personCtx, params, search: { language } }) => {
    const newest = await findText(personCtx(), { ...params, locale: language });
    return Response.json({ newest }, { headers: { "Cache-Control": "no-store" } });
  },
});

/** Saves it over what it was made from. Where somebody saved since, answers 409 and what she saved. */
export const action = declareJsonAction({
  access: "teaching",
  params,
  body: bodySchema,
  limit: LIMIT,
  act: async ({ personCtx, params, body: { owner, ...text } }) => {
    const ctx = personCtx();
    if (owner !== ctx.actor.id) return Response.json({ signIn: true }, { status: 401 });
    try {
      return Response.json(await saveText(ctx, { ...params, ...text }));
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code !== "changedMeanwhile") throw error;
      return Response.json({ newest: await findText(ctx, { ...params, locale: text.locale }) }, { status: 409 });
    }
  },
});
