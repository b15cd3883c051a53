import { z } from "zod";
import { slugSchema } from "#app/features/course/course-slug-schema.ts";
import { findCoursePicture } from "#app/features/course/find-course-picture.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { defaultLocale } from "#app/platform/i18n/locales.ts";

/** The picture of a course for where its page is shared; `?lang=` says in which language. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ course: slugSchema }),
  search: z.object({ lang: localeSchema.catch(defaultLocale).default(defaultLocale) }),
  load: async ({ ctx, params, search, request }) => {
    const { png, hash } = await findCoursePicture({ ...ctx, locale: search.lang }, { slug: params.course });
    const headers = {
      "Content-Type": "image/png",
      "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400",
      ETag: `"${hash}"`,
    };
    if (request.headers.get("If-None-Match")?.includes(hash)) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(png), { headers });
  },
});
