import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Db, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { openPrivateKey, sealPrivateKey } from "./issuer-secret.server.ts";
import { type KeyPair, makeKeyPair, readPemKeyPair, readPrivateKey, writePrivateKey } from "./key-pair.server.ts";
import { presentIssuer } from "./present-issuer.server.ts";

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

type SealedKey = { publicKey: string; sealed: Uint8Array | null; createdAt: Date };

/** The key of ISSUER_KEY, where the operator keeps it elsewhere. Throws for what is none. */
const configuredPair = () => (env.ISSUER_KEY === undefined ? undefined : readPemKeyPair(env.ISSUER_KEY));

/** It signs under the present address alone: a key has one controller, and what is issued anew is issued there. */
const configuredFor = (did: string) => (did === presentIssuer.did ? configuredPair() : undefined);

/**
 * Sees to it that `did` has a key to sign with, and returns it as it is kept: for the present address the one of
 * ISSUER_KEY, else one made here and sealed. However many processes ask at once, there is one. A new ISSUER_KEY retires
 * the key before it; a key of a former address that nobody here can open any more gives way to a sealed one.
 */
export async function ensureIssuerKey(
  { db }: { db: Db },
  { did, now }: { did: string; now: Date },
): Promise<SealedKey> {
  const active = await findActive(db, did);
  if (active && serves(active, { did, now })) return active;
  return inTransaction(db, async (tx) => {
    await lockKeys(tx, did);
    const present = await findActive(tx, did);
    if (present && serves(present, { did, now })) return present;
    return replaceKey(tx, { did, now });
  });
}

const DAY = 86_400_000;

function serves(key: SealedKey, { did, now }: { did: string; now: Date }): boolean {
  if (did === presentIssuer.did) return key.publicKey === (configuredFor(did)?.publicKey ?? key.publicKey);
  // Machines that were given different secrets would otherwise replace each other's key at every request.
  if (key.sealed && now.getTime() - key.createdAt.getTime() < DAY) return true;
  return isOpenable(key);
}

/**
 * Retires the key that signs and makes another, which every process uses from its next signature on. What the old one
 * signed still holds, unless `compromised`: then nothing that it signed is believed any more. Returns both public keys.
 * Done from the command line, and written to the audit log.
 */
export async function rotateIssuerKey(
  { db }: { db: Db },
  { did, now, compromised = false }: { did: string; now: Date; compromised?: boolean },
): Promise<{ retired: string | null; publicKey: string }> {
  if (configuredFor(did)) throw new Error(GIVEN);
  return inTransaction(db, async (tx) => {
    await lockKeys(tx, did);
    const retired = await findActive(tx, did);
    const { publicKey } = await replaceKey(tx, { did, now });
    if (retired && compromised) await markCompromised(tx, { publicKey: retired.publicKey, now });
    const before = { publicKey: retired?.publicKey ?? null };
    await noteKeyAct(tx, { action: "issuerKey.rotate", publicKey, before, after: { did, publicKey, compromised } });
    return { retired: retired?.publicKey ?? null, publicKey };
  });
}

/**
 * Declares that a key fell into other hands, whenever and under whichever address it signed: nothing that it signed is
 * believed any more. Where it is the one that signs, another takes its place, which is returned as `successor`. Throws
 * for a key that the academy never had, and for the one that ISSUER_KEY gives. Done from the command line, and written
 * to the audit log.
 */
export async function declareCompromised(
  { db }: { db: Db },
  { publicKey, now }: { publicKey: string; now: Date },
): Promise<{ did: string; successor: string | null }> {
  if (configuredPair()?.publicKey === publicKey) throw new Error(GIVEN);
  return inTransaction(db, async (tx) => {
    const key = await tx.issuerKey.findUnique({ where: { publicKey }, select: { controller: true } });
    if (!key) throw new Error(`No key ${publicKey} ever signed here: /.well-known/did.json lists those that did`);
    const did = key.controller;
    await lockKeys(tx, did);
    const active = await findActive(tx, did);
    const next = active?.publicKey === publicKey ? await replaceKey(tx, { did, now }) : null;
    await markCompromised(tx, { publicKey, now });
    const successor = next?.publicKey ?? null;
    await noteKeyAct(tx, { action: "issuerKey.declareCompromised", publicKey, after: { did, successor } });
    return { did, successor };
  });
}

type KeyAct = Pick<Parameters<typeof writePlainEntry>[2], "action" | "before" | "after"> & { publicKey: string };

async function noteKeyAct(tx: Tx, { publicKey, ...act }: KeyAct): Promise<void> {
  const subject = { subjectType: "issuerKey", subjectId: publicKey, reason: "command line" };
  await writePlainEntry(tx, { actor: null }, { ...act, ...subject });
}

const GIVEN =
  "The key is given by ISSUER_KEY: set a new one there and start the academy again. If the old one fell into other " +
  "hands, then run: rotate-issuer-key --compromised and its public key";

const sealedFacts = { publicKey: true, sealed: true, createdAt: true } as const;

const opened = new Map<string, KeyPair>();

/** The key with which `did` signs now; made if it never had one. Throws where this machine cannot open it. */
export async function loadSigningKey({ db }: { db: Db }, { did, now }: { did: string; now: Date }): Promise<KeyPair> {
  const active = await ensureIssuerKey({ db }, { did, now });
  return openOnce(active);
}

function openOnce(key: SealedKey): KeyPair {
  const pair = opened.get(key.publicKey) ?? openKey(key);
  opened.set(key.publicKey, pair);
  return pair;
}

function isOpenable(key: SealedKey): boolean {
  try {
    openOnce(key);
    return true;
  } catch {
    return false;
  }
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
export function openKey({ publicKey, sealed }: Pick<SealedKey, "publicKey" | "sealed">): KeyPair {
  const configured = configuredPair();
  if (configured?.publicKey === publicKey) return configured;
  if (!sealed) throw new Error("The key that signs certificates was given by ISSUER_KEY, which this machine lacks");
  return readPrivateKey(openPrivateKey({ sealed, publicKey }));
}

/** The key that signs for `did`, sealed as it is kept; null where it never had one. */
export async function findActive(db: Tx, did: string): Promise<SealedKey | null> {
  return db.issuerKey.findFirst({
    where: { controller: did, retiredAt: null },
    select: sealedFacts,
  });
}

/** One at a time: the index of the one that signs would otherwise refuse the second. */
async function lockKeys(tx: Tx, did: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`issuer key ${did}`}, 0))`;
}

/** Within a transaction that locked the keys of `did`. */
async function replaceKey(tx: Tx, { did, now }: { did: string; now: Date }): Promise<SealedKey> {
  const configured = configuredFor(did);
  if (configured && (await tx.issuerKey.findUnique({ where: { publicKey: configured.publicKey } }))) {
    throw new Error("ISSUER_KEY is a key that was retired, or signs for another address: give a new one");
  }
  await tx.issuerKey.updateMany({
    where: { controller: did, retiredAt: null },
    data: { retiredAt: now, sealed: null },
  });
  return addKey(tx, { did, now, pair: configured ?? makeKeyPair(), keep: !configured });
}

/** The first declaration stands. */
async function markCompromised(tx: Tx, { publicKey, now }: { publicKey: string; now: Date }): Promise<void> {
  await tx.issuerKey.updateMany({ where: { publicKey, compromisedAt: null }, data: { compromisedAt: now } });
}

async function addKey(
  tx: Tx,
  { did, now, pair, keep }: { did: string; now: Date; pair: KeyPair; keep: boolean },
): Promise<SealedKey> {
  const { publicKey } = pair;
  const sealed = keep ? new Uint8Array(sealPrivateKey({ privateKey: writePrivateKey(pair), publicKey })) : null;
  return tx.issuerKey.create({
    data: { publicKey, controller: did, createdAt: now, sealed },
    select: sealedFacts,
  });
}
