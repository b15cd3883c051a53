import { gzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { CREDENTIALS_CONTEXT } from "../verification/pinned-contexts.ts";
import { LIST_PLACES } from "../verification/status-list-places.ts";
import { findIssuerKeys, loadSigningKey } from "./issuer-keys.server.ts";
import type { KeyPair } from "./key-pair.server.ts";
import type { Issuer } from "./present-issuer.server.ts";
import { addProof, toSeconds } from "./sign-document.server.ts";

const signed = new LRUCache<string, string>({ max: 20 });
const building = new Map<string, Promise<string>>();

type Asked = { list: number; issuer: Issuer; pair: KeyPair };

/**
 * The text of status list number `list`, signed: a BitstringStatusListCredential in which the places of certificates
 * are struck that were revoked, superseded or ended before their time. Made from the database alone, so that every
 * process gives the same bytes until something changes, and made once for each change, however many ask. Throws 404
 * for a list in which nobody has a place yet.
 */
export async function findStatusList(
  { db }: { db: Db },
  { list, issuer, now }: { list: number; issuer: Issuer; now: Date },
): Promise<string> {
  const pair = await loadSigningKey({ db }, { did: issuer.did, now });
  const asked = { list, issuer, pair };
  const key = keyOf(asked, await findState(db, list));
  const known = signed.get(key) ?? building.get(key);
  if (known !== undefined) return known;
  const built = buildStatusList(db, asked).finally(() => building.delete(key));
  building.set(key, built);
  return built;
}

/** What is built is known under the state that it was built from: that may be a later one than was asked for. */
async function buildStatusList(db: Db, asked: Asked): Promise<string> {
  const { list, issuer, pair } = asked;
  const { places, ...state } = await findStruck(db, list);
  const since = state.changed ?? (await findFirstDay(db, issuer.did));
  const document = composeStatusList({ issuer, list, places, since });
  const text = JSON.stringify(await addProof({ document, did: issuer.did, pair, created: since }));
  signed.set(keyOf(asked, state), text);
  return text;
}

/** When a list last changed, and how many places are struck and which in sum: what tells one state from another. */
const stateSchema = z.object({ changed: z.date().nullable(), count: z.string(), sum: z.string() });
const struckSchema = stateSchema.extend({ places: z.int().min(0).array() });

function keyOf({ list, issuer, pair }: Asked, { changed, count, sum }: z.output<typeof stateSchema>): string {
  return [issuer.did, issuer.origin, list, pair.publicKey, changed?.getTime(), count, sum].join(" ");
}

const changedIn = (list: number) =>
  Prisma.sql`(SELECT max("changedAt") FROM "Certificate" WHERE "statusPlace" / 131072 = ${list}) AS "changed"`;

const stateOf = Prisma.sql`count(*)::text AS "count", coalesce(sum("statusPlace"), 0)::text AS "sum"`;

function struckIn(list: number) {
  const first = list * LIST_PLACES;
  return Prisma.sql`
    FROM "Certificate"
    WHERE ("revokedAt" IS NOT NULL OR NOT "current" OR "endedEarly")
      AND "statusPlace" >= ${first} AND "statusPlace" < ${first + LIST_PLACES}`;
}

/** Read from two indexes: everybody may ask, and as often as they like. */
async function findState(db: Db, list: number) {
  const [row] = await queryRows(db, Prisma.sql`SELECT ${changedIn(list)}, ${stateOf} ${struckIn(list)}`);
  const state = stateSchema.parse(row);
  if (state.changed === null && list > 0) throw notFound();
  return state;
}

async function findStruck(db: Db, list: number) {
  const first = list * LIST_PLACES;
  const places = Prisma.sql`
    coalesce(array_agg("statusPlace" - ${first} ORDER BY "statusPlace"), '{}') AS "places"`;
  const [row] = await queryRows(db, Prisma.sql`SELECT ${changedIn(list)}, ${stateOf}, ${places} ${struckIn(list)}`);
  return struckSchema.parse(row);
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
