import { z } from "zod";
import { changeTranslation } from "#app/features/lesson/translation/change-translation.server.ts";
import { translationChangeSchema } from "#app/features/lesson/translation/translation-change.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

/** Bytes; one block of a text, before and after. */
const LIMIT = 4 * 1024 * 1024;

/** Makes one change in a translation, and answers both texts as they are then. */
export const action = declareJsonAction({
  access: "teaching",
  params: z.object({ course: z.string(), lesson: z.string(), language: localeSchema }),
  body: z.object({
    /** Id of who wrote it: whoever signed in since on the same device must not save it as her own. */
    owner: z.uuid(),
    change: translationChangeSchema,
  }),
  limit: LIMIT,
  act: async ({ personCtx, params, body: { owner, change } }) => {
    const ctx = personCtx();
    if (owner !== ctx.actor.id) return Response.json({ signIn: true }, { status: 401 });
    return Response.json(await changeTranslation(ctx, { ...params, change }));
  },
});
