import type { JobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { dropErasedFilesHandler, eraseHandler } from "./erasure/erase-person.server.ts";
import { makeExportHandler } from "./export/make-export.server.ts";
import { retentionHandler } from "./retention/run-retention.server.ts";

/** What privacy does in the background. */
export const privacyHandlers: JobHandler[] = [
  makeExportHandler,
  eraseHandler,
  dropErasedFilesHandler,
  retentionHandler,
];
