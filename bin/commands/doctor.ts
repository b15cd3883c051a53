import { examineAcademy } from "#app/features/academy/examine-academy.server.ts";
import { examineIssuerKey } from "#app/features/certificate/credential/examine-issuer-key.server.ts";
import { examineVideos } from "#app/features/lecture/examine-videos.server.ts";
import { examineBackups } from "#app/platform/backup/examine-backups.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { examineDatabase } from "#app/platform/doctor/examine-database.server.ts";
import { examineSettings } from "#app/platform/doctor/examine-settings.server.ts";
import type { Finding } from "#app/platform/doctor/finding.ts";
import { hasDatabase, withDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

const marks: Record<Finding["state"], string> = { ok: "ok", missing: "--", broken: "!!" };

/** academy doctor: fails where something is broken; what is missing may be meant so. */
export async function runDoctor(): Promise<Outcome> {
  const findings = [
    { part: "node", state: "ok" as const, says: process.version },
    ...(await examineData()),
    ...(await examineSettings()),
    ...(await examineVideos()),
  ];
  const ok = findings.every(({ state }) => state !== "broken");
  const end = ok ? "Nothing is broken." : "Something is broken: see the lines marked !!";
  return { ok, text: [...findings.map(sayFinding), end].join("\n"), json: { findings } };
}

async function examineData(): Promise<Finding[]> {
  if (!(await hasDatabase())) {
    const says = "DATABASE_URL is not set, and npm start has not yet made the embedded database";
    return [{ part: "database", state: "missing", says, disables: "everything until npm start or a DATABASE_URL" }];
  }
  return withDatabase(async ({ connections, db, embedded }) => {
    const findings = await examineDatabase(connections);
    if (findings.some(({ state, disables }) => state === "broken" && disables?.startsWith("everything")))
      return findings;
    const [database, ...rest] = findings;
    const where = {
      part: "database",
      state: "ok" as const,
      says: `${database?.says}, ${embedded ? "embedded" : "DATABASE_URL"}`,
    };
    const backups = await examineBackups({ db, now: systemClock.now() });
    return [where, ...rest, ...(await examineAcademy({ db })), await examineIssuerKey({ db }), backups];
  });
}

function sayFinding({ part, state, says, disables }: Finding): string {
  const line = `${marks[state]}  ${part.padEnd(15)} ${says}`;
  return disables === undefined ? line : `${line}\n${" ".repeat(20)}disables: ${disables}`;
}
