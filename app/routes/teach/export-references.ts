import { z } from "zod";
import { exportReferences } from "#app/features/lesson/references/import-references.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** A course's bibliography as a file. */
export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  search: z.object({ format: z.enum(["csl", "bibtex"]).default("csl").catch("csl") }),
  load: async ({ personCtx, params, search }) => {
    const { name, contentType, text } = await exportReferences(personCtx(), { ...params, ...search });
    return new Response(text, {
      headers: {
        "Content-Type": contentType,
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
});
