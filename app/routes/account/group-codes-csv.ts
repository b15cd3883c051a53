import { groupAddressSchema } from "#app/features/payment/access/group-schema.ts";
import { findHandedOutCodes } from "#app/features/payment/access/hand-out-codes.server.ts";
import { csvHeaders, writeCsv } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

/** The codes that a coordinator took to hand out, each with the address at which it is used. */
export const loader = declareLoader({
  access: "signedIn",
  params: groupAddressSchema,
  load: async ({ personCtx, params, url, href }) => {
    const ctx = personCtx();
    const codes = await findHandedOutCodes(ctx, { groupId: params.group });
    const t = serverWords(ctx.locale).of("groups");
    const rows = codes.map((code) => [code, `${publicOrigin(url)}${href(`/redeem?code=${code}`)}`]);
    return new Response(writeCsv([t("codes.code"), t("codes.address")], rows), { headers: csvHeaders("codes.csv") });
  },
});
