import { z } from "zod";
import { countSitemapFiles, findSitemapPages } from "#app/features/course/find-sitemap.server.ts";
import { writeSitemap, writeSitemapIndex } from "#app/features/course/write-sitemap.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";

/** The map of the public pages for search engines, in several files when it is large. */
export const loader = declareLoader({
  access: "anyone",
  search: z.object({ file: z.coerce.number().int().min(1).max(50_000).optional() }),
  load: async ({ ctx, search, url, web }) => {
    const origin = publicOrigin(url);
    const files = await countSitemapFiles(ctx);
    if (search.file !== undefined && search.file > files) throw notFound();
    const body =
      files > 1 && search.file === undefined
        ? writeSitemapIndex({ files, origin })
        : writeSitemap({
            pages: await findSitemapPages(ctx, { file: search.file ?? 1 }),
            origin,
            languages: web.site.languages,
          });
    return new Response(body, {
      headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
    });
  },
});
