// A process that finds an enrolment finished, many times over at once; run by a test.
import { awardCertificatesHandler } from "#app/features/certificate/issuing/award-certificates.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { log } from "#app/platform/log/log.server.ts";

const [url = "", enrolmentId = "", times = "1"] = process.argv.slice(2);
const { db, close } = openDatabase({ url, pool: Number(times) });
const context = { db, clock: systemClock, log };
await Promise.all(
  Array.from({ length: Number(times) }, () => awardCertificatesHandler.handle(context, { enrolmentId })),
);
await close();
