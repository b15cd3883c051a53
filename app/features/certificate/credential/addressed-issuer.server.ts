import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { issuerDid } from "./issuer-did.ts";
import { findIssuerDids } from "./issuer-keys.server.ts";
import { type Issuer, presentIssuer } from "./present-issuer.server.ts";

/**
 * The academy under the address that was asked: its present one, or one that it had before and that still leads here,
 * so that what it issued there can be verified on. Any other host is answered as the present one.
 */
export async function addressedIssuer(
  { db }: { db: Db },
  { host, protocol }: { host: string; protocol: string },
): Promise<Issuer> {
  const did = issuerDid(`https://${host}`);
  if (did === presentIssuer.did) return presentIssuer;
  const known = await findIssuerDids({ db });
  if (!known.includes(did)) return presentIssuer;
  return { did, origin: await findOrigin({ db }, { host, protocol }) };
}

const issuedSchema = z.object({ http: z.boolean(), https: z.boolean() });

/**
 * The origin as it stands in the certificates that were issued there, whichever protocol leads here by now: a status
 * list holds only under the very address that they name.
 */
async function findOrigin({ db }: { db: Db }, { host, protocol }: { host: string; protocol: string }): Promise<string> {
  const [http, https] = [`http://${host}`, `https://${host}`];
  const issuedAt = (origin: string) =>
    Prisma.sql`EXISTS (SELECT 1 FROM "Certificate" WHERE ("snapshot"::jsonb #>> '{issuer,url}') = ${origin})`;
  const [row] = await queryRows(db, Prisma.sql`SELECT ${issuedAt(http)} AS "http", ${issuedAt(https)} AS "https"`);
  const issued = issuedSchema.parse(row);
  if (issued.http !== issued.https) return issued.http ? http : https;
  return protocol === "http:" ? http : https;
}
