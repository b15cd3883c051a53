import { addressedIssuer } from "#app/features/certificate/credential/addressed-issuer.server.ts";
import { findDidDocument } from "#app/features/certificate/credential/find-did-document.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { sendOpenText } from "#app/platform/http/send-text.server.ts";

/** The keys with which the academy signs and has signed, where `did:web` looks for them. */
export const loader = declareLoader({
  access: "anyone",
  load: async ({ ctx: { db, clock }, request, url }) => {
    const { did } = await addressedIssuer({ db }, url);
    const document = await findDidDocument({ db }, { did, now: clock.now() });
    return sendOpenText(request, {
      text: JSON.stringify(document),
      contentType: "application/did+json",
      headers: { "Cache-Control": "public, max-age=300" },
    });
  },
});
