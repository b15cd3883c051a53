import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { CREDENTIALS_CONTEXT } from "../verification/pinned-contexts.ts";
import { LIST_PLACES } from "../verification/status-list-places.ts";
import { findIssuerKeys, loadSigningKey } from "./issuer-keys.server.ts";
import type { Issuer } from "./present-issuer.server.ts";
import { addProof, toSeconds } from "./sign-document.server.ts";

const signed = new LRUCache<string, string>({ max: 20 });

/**
 * The text of status list number `list`, signed: a BitstringStatusListCredential in which the places of certificates
 * are struck that were revoked, superseded or ended before their time. Made from the database alone, so that every
 * process gives the same bytes until something changes. Throws 404 for a list in which nobody has a place yet.
 */
export async function findStatusList(
  { db }: { db: Db },
  { list, issuer, now }: { list: number; issuer: Issuer; now: Date },
): Promise<string> {
  const { did } = issuer;
  const { changed, places } = await findStruck(db, list);
  const pair = await loadSigningKey({ db }, { did, now });
  const since = changed ?? (await findFirstDay(db, did));
  const document = composeStatusList({ issuer, list, places, since });
  const key = createHash("sha256").update(JSON.stringify(document)).update(pair.publicKey).digest("hex");
  const known = signed.get(key);
  if (known) return known;
  const text = JSON.stringify(await addProof({ document, did, pair, created: since }));
  signed.set(key, text);
  return text;
}

const struckSchema = z.object({ changed: z.date().nullable(), places: z.int().min(0).array() });

async function findStruck(db: Db, list: number) {
  const first = list * LIST_PLACES;
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT
      (SELECT max("changedAt") FROM "Certificate" WHERE "statusPlace" / 131072 = ${list}) AS "changed",
      ARRAY(SELECT "statusPlace" - ${first} FROM "Certificate"
        WHERE ("revokedAt" IS NOT NULL OR NOT "current" OR "endedEarly")
          AND "statusPlace" >= ${first} AND "statusPlace" < ${first + LIST_PLACES}
        ORDER BY "statusPlace") AS "places"`,
  );
  const struck = struckSchema.parse(row);
  if (struck.changed === null && list > 0) throw notFound();
  return struck;
}

/** The first list is there before the first certificate. */
async function findFirstDay(db: Db, did: string): Promise<Date> {
  const [first] = await findIssuerKeys({ db }, { did });
  return first?.createdAt ?? new Date(0);
}

function composeStatusList(input: { issuer: Issuer; list: number; places: number[]; since: Date }) {
  const { issuer, list, places, since } = input;
  const address = `${issuer.origin}/credentials/status/${list}`;
  return {
    "@context": [CREDENTIALS_CONTEXT],
    id: address,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: issuer.did,
    validFrom: toSeconds(since),
    credentialSubject: {
      id: `${address}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList: packPlaces(places),
    },
  };
}

/** Multibase base64url of the compressed bits; the first place is the highest bit of the first byte. */
function packPlaces(places: number[]): string {
  const bits = new Uint8Array(LIST_PLACES / 8);
  for (const place of places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place % 8));
  return `u${gzipSync(bits, { level: 9 }).toString("base64url")}`;
}
