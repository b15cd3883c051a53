import { z } from "zod";
import { rosterChoiceSchema } from "#app/features/roster/roster-schema.ts";
import { streamRoster } from "#app/features/roster/stream-roster.server.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

/** The learners of a course as they are filtered, for a spreadsheet. */
export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  search: rosterChoiceSchema,
  load: async ({ personCtx, params: { course }, search: choice }) => {
    const ctx = personCtx();
    const t = serverWords(ctx.locale).of("roster");
    const words = {
      head: (column: string) => t(`csv.${column}`),
      state: (state: string) => t(`csv.states.${state}`),
    };
    return new Response(await streamRoster(ctx, { course, choice, words }), {
      headers: csvHeaders(`${course}-learners.csv`),
    });
  },
});
