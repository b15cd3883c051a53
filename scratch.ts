import { readFileSync } from "node:fs";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { createCertificate } from "#tests/factories/certificate.ts";
import { signCredential } from "#app/features/certificate/credential/sign-credential.server.ts";
import { readSnapshot } from "#app/features/certificate/certificate-snapshot.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { issuerDid } from "#app/features/certificate/credential/issuer-did.ts";
const port = readFileSync("/tmp/verify-data/postgres/postmaster.pid","utf8").split("\n")[3];
const { db, close } = openDatabase({ url: `postgresql://postgres@127.0.0.1:${port}/postgres`, pool: 2 });
const origin = "http://localhost:3177";
const issuer = { did: issuerDid(origin), url: origin, names: { ar: "أكاديمية مَقدِس", en: "Maqdis Academy" } };
const person = await db.user.findFirstOrThrow({ where: { email: "student@maqdis.example" } });
const courses = await db.course.findMany({ take: 6 });
async function make(i: number, overrides: any, sign = true) {
  const c = courses[i % courses.length]!;
  const made = await createCertificate(db, { userId: person.id, courseId: c.id }, { ...overrides, signed: false, snapshot: { issuer, ...overrides.snapshot } });
  if (sign) {
    const signed = await signCredential({ db }, { snapshot: readSnapshot(made), statusPlace: made.statusPlace, now: new Date() });
    await db.certificate.update({ where: { id: made.id }, data: { credential: signed.credential, credentialSha256: signed.sha256, credentialJwt: signed.jwt, signedAt: new Date() } });
  }
  return made;
}
await db.certificate.updateMany({ data: { current: false, changedAt: new Date() } }).catch((e) => console.log(String(e).slice(0,200)));
const out: Record<string,string> = {};
const valid = await make(0, {}); out.valid = writeSerial(valid.serial);
const revoked = await make(1, {}); await db.certificate.update({ where: { id: revoked.id }, data: { revokedAt: new Date(), revokedReason: "x", changedAt: new Date() } }); out.revoked = writeSerial(revoked.serial);
const hidden = await make(2, { namesHidden: true }); out.hidden = writeSerial(hidden.serial);
const other = await db.user.findFirstOrThrow({ where: { email: "instructor@maqdis.example" } });
async function makeFor(userId: string, i: number, overrides: any, sign = true) { const p = person.id; (person as any).id = userId; try { return await make(i, overrides, sign); } finally { (person as any).id = p; } }
const expired = await makeFor(other.id, 0, { snapshot: { issuedAt: "2024-01-01T10:00:00.000Z", finishedAt: "2023-12-20T10:00:00.000Z", expiresAt: "2025-01-01T10:00:00.000Z", recipient: { arabic: null, latin: "Jean-Baptiste de la Tour d'Auvergne-Lauraguais von Hohenstein-Ettenheim" } } }); out.expired = writeSerial(expired.serial);
const preparing = await makeFor(other.id, 1, {}, false); out.preparing = writeSerial(preparing.serial);
const old = await makeFor(other.id, 2, {}); await db.certificate.update({ where: { id: old.id }, data: { current: false, changedAt: new Date() } });
const next = await makeFor(other.id, 2, { snapshot: { supersedes: old.serial } }); await db.certificate.update({ where: { id: next.id }, data: {} }).catch(()=>0); out.superseded = writeSerial(old.serial); out.next = writeSerial(next.serial);
try { await db.$executeRawUnsafe(`UPDATE "Certificate" SET "supersedesId" = '${old.id}' WHERE "id" = '${next.id}'`); } catch (e) { console.log(String(e).slice(0,300)); }
console.log(JSON.stringify(out));
await close(); process.exit(0);
