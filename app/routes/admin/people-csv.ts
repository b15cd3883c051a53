import { peopleFiltersSchema } from "#app/features/people/people-schema.ts";
import { streamPeople } from "#app/features/people/stream-people.server.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

/** The people who were looked for, for a spreadsheet. */
export const loader = declareLoader({
  access: "admin",
  search: peopleFiltersSchema,
  load: async ({ personCtx, search: filters }) => {
    const ctx = personCtx();
    const t = serverWords(ctx.locale).of("people");
    const words = {
      head: (column: string) => t(`csv.${column}`),
      word: (key: string) => t(key),
      yesNo: (is: boolean) => t(is ? "yes" : "no"),
    };
    return new Response(await streamPeople(ctx, { filters, words }), { headers: csvHeaders("people.csv") });
  },
});
