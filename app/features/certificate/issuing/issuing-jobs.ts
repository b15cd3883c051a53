import { z } from "zod";

/** Thinks of the certificates that a finished enrolment brings; triggers in the database add it. */
export const awardCertificatesJob = { name: "awardCertificates", payload: z.object({ enrolmentId: z.uuid() }) };

/** Does what follows on the issue of a certificate: signs it, keeps its usual PDF, tells its learner. */
export const finishCertificateJob = { name: "finishCertificate", payload: z.object({ certificateId: z.uuid() }) };

/** Issues what is left of a batch. */
export const runBatchJob = { name: "runCertificateBatch", payload: z.object({ batchId: z.uuid() }) };

/** Looks each minute for what a process left when it was killed. */
export const finishOverdueJob = { name: "finishOverdueCertificates", payload: z.unknown() };

/** By which one job for one certificate waits at a time. */
export const finishKey = (certificateId: string) => `certificate:${certificateId}`;
export const batchKey = (batchId: string) => `certificate-batch:${batchId}`;
