import { z } from "zod";
import { exportCourseZip } from "#app/features/package/export-course-zip.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** A course's draft as a package, to be kept or brought in elsewhere. */
export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  load: async ({ personCtx, params }) => {
    const { name, stream } = await exportCourseZip(personCtx(), params);
    return new Response(stream, {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
});
