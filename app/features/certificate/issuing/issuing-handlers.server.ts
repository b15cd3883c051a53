import type { JobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { awardCertificatesHandler } from "./award-certificates.server.ts";
import { finishCertificateHandler } from "./finish-certificate.server.ts";
import { finishOverdueHandler } from "./finish-overdue.server.ts";
import { runBatchHandler } from "./run-batch.server.ts";

/** What is done about certificates in the background. */
export const issuingHandlers: JobHandler[] = [
  awardCertificatesHandler,
  finishCertificateHandler,
  runBatchHandler,
  finishOverdueHandler,
];
