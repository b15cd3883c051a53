import type { Db } from "#app/platform/db/client.server.ts";
import { makeDidDocument } from "./did-document.ts";
import { ensureIssuerKey, findIssuerKeys } from "./issuer-keys.server.ts";

/** The DID document of an issuer with every key that it ever signed with; its first key is made if it had none. */
export async function findDidDocument({ db }: { db: Db }, { did, now }: { did: string; now: Date }) {
  const keys = await findIssuerKeys({ db }, { did });
  if (keys.length > 0) return makeDidDocument({ did, keys });
  await ensureIssuerKey({ db }, { did, now });
  return makeDidDocument({ did, keys: await findIssuerKeys({ db }, { did }) });
}
