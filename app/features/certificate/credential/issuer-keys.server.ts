import type { Db, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { openPrivateKey, sealPrivateKey } from "./issuer-secret.server.ts";
import { type KeyPair, makeKeyPair, readPemKeyPair, readPrivateKey, writePrivateKey } from "./key-pair.server.ts";

/** A key as everybody may know it: what it signed until it was retired still holds, unless it fell into other hands. */
export type IssuerKeyFacts = { publicKey: string; createdAt: Date; retiredAt: Date | null; compromisedAt: Date | null };

const facts = { publicKey: true, createdAt: true, retiredAt: true, compromisedAt: true } as const;

/** Every key with which `did` ever signed, oldest first. */
export async function findIssuerKeys({ db }: { db: Db }, { did }: { did: string }): Promise<IssuerKeyFacts[]> {
  return db.issuerKey.findMany({
    where: { controller: did },
    select: facts,
    orderBy: [{ createdAt: "asc" }, { publicKey: "asc" }],
  });
}

/** Every DID under which this academy ever signed: another address makes another. */
export async function findIssuerDids({ db }: { db: Db }): Promise<string[]> {
  const rows = await db.issuerKey.findMany({ distinct: ["controller"], select: { controller: true } });
  return rows.map(({ controller }) => controller).sort();
}

type SealedKey = { publicKey: string; sealed: Uint8Array | null };

/** The key of ISSUER_KEY, where the operator keeps it elsewhere. Throws for what is none. */
const configuredPair = () => (env.ISSUER_KEY === undefined ? undefined : readPemKeyPair(env.ISSUER_KEY));

/**
 * Sees to it that `did` has a key to sign with, and returns it as it is kept: the one of ISSUER_KEY, or one made here
 * and sealed. However many processes ask at once, there is one. A new ISSUER_KEY retires the key before it.
 */
export async function ensureIssuerKey(
  { db }: { db: Db },
  { did, now }: { did: string; now: Date },
): Promise<SealedKey> {
  const configured = configuredPair();
  const serves = (key: SealedKey | null) => key !== null && (!configured || key.publicKey === configured.publicKey);
  const active = await findActive(db, did);
  if (active && serves(active)) return active;
  return inTransaction(db, async (tx) => {
    await lockKeys(tx, did);
    const present = await findActive(tx, did);
    if (present && serves(present)) return present;
    if (configured && (await tx.issuerKey.findUnique({ where: { publicKey: configured.publicKey } }))) {
      throw new Error("ISSUER_KEY is a key that was retired, or signs for another address: give a new one");
    }
    await retireKeys(tx, { did, now });
    return addKey(tx, { did, now, pair: configured ?? makeKeyPair(), keep: !configured });
  });
}

/**
 * Retires the key that signs and makes another, which every process uses from its next signature on. What the old one
 * signed still holds, unless `compromised`: then nothing that it signed is believed any more. Returns both public keys.
 */
export async function rotateIssuerKey(
  { db }: { db: Db },
  { did, now, compromised = false }: { did: string; now: Date; compromised?: boolean },
): Promise<{ retired: string | null; publicKey: string }> {
  if (env.ISSUER_KEY !== undefined) {
    throw new Error("The key is given by ISSUER_KEY: set a new one there and start the academy again");
  }
  return inTransaction(db, async (tx) => {
    await lockKeys(tx, did);
    const retired = await findActive(tx, did);
    await retireKeys(tx, { did, now, compromised });
    const pair = makeKeyPair();
    await addKey(tx, { did, now, pair, keep: true });
    return { retired: retired?.publicKey ?? null, publicKey: pair.publicKey };
  });
}

const opened = new Map<string, KeyPair>();

/** The key with which `did` signs now; made if it never had one. Throws where this machine cannot open it. */
export async function loadSigningKey({ db }: { db: Db }, { did, now }: { did: string; now: Date }): Promise<KeyPair> {
  const active = await ensureIssuerKey({ db }, { did, now });
  const pair = opened.get(active.publicKey) ?? openKey(active);
  opened.set(active.publicKey, pair);
  return pair;
}

/**
 * Whether a key still signs; if so it is neither retired nor declared compromised before the transaction of `tx` ends.
 */
export async function holdSigningKey(tx: Tx, publicKey: string): Promise<boolean> {
  const held = await tx.$executeRaw`
    SELECT 1 FROM "IssuerKey" WHERE "publicKey" = ${publicKey} AND "retiredAt" IS NULL FOR SHARE`;
  return held === 1;
}

/** Opens a key as it is kept. Throws, with words for who runs the machine, where this one cannot. */
export function openKey({ publicKey, sealed }: SealedKey): KeyPair {
  const configured = configuredPair();
  if (configured?.publicKey === publicKey) return configured;
  if (!sealed) throw new Error("The key that signs certificates was given by ISSUER_KEY, which this machine lacks");
  return readPrivateKey(openPrivateKey({ sealed, publicKey }));
}

/** The key that signs for `did`, sealed as it is kept; null where it never had one. */
export async function findActive(db: Tx, did: string): Promise<SealedKey | null> {
  return db.issuerKey.findFirst({
    where: { controller: did, retiredAt: null },
    select: { publicKey: true, sealed: true },
  });
}

/** One at a time: the index of the one that signs would otherwise refuse the second. */
async function lockKeys(tx: Tx, did: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`issuer key ${did}`}, 0))`;
}

async function retireKeys(
  tx: Tx,
  { did, now, compromised = false }: { did: string; now: Date; compromised?: boolean },
) {
  const compromisedAt = compromised ? now : undefined;
  await tx.issuerKey.updateMany({
    where: { controller: did, retiredAt: null },
    data: { retiredAt: now, sealed: null, compromisedAt },
  });
}

async function addKey(
  tx: Tx,
  { did, now, pair, keep }: { did: string; now: Date; pair: KeyPair; keep: boolean },
): Promise<SealedKey> {
  const { publicKey } = pair;
  const sealed = keep ? new Uint8Array(sealPrivateKey({ privateKey: writePrivateKey(pair), publicKey })) : null;
  return tx.issuerKey.create({
    data: { publicKey, controller: did, createdAt: now, sealed },
    select: { publicKey: true, sealed: true },
  });
}
