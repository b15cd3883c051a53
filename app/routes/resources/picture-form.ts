import { z } from "zod";
import { findPictureForm } from "#app/features/course/find-media.server.ts";
import { typeOfEnding } from "#app/features/lesson/media/media-kinds.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { sendMedia } from "./send-media.server.ts";

const FORM = /^([1-9]\d{0,4})\.([a-z]{3,4})$/;

/** A narrower or lighter form of a picture, as 960.avif. One that is being made is the picture itself for a while. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), form: z.string().regex(FORM) }),
  load: async ({ ctx, params, request }) => {
    const [, width, ending = ""] = FORM.exec(params.form) ?? [];
    const contentType = typeOfEnding(ending);
    if (!contentType) throw notFound();
    const found = await findPictureForm(ctx, { sha256: params.sha256, contentType, width: Number(width) });
    const { isPublic, isForm, ...picture } = found;
    const lasting = `${isPublic ? "public" : "private"}, max-age=31536000, immutable`;
    return sendMedia(request, { ...picture, cacheControl: isForm ? lasting : "private, max-age=30" });
  },
});
