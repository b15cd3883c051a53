import { randomUUID } from "node:crypto";
import { access, constants, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { HeadBucketCommand } from "@aws-sdk/client-s3";
import { createTransport } from "nodemailer";
import { dataDir, type Env, env } from "#app/platform/env/env.server.ts";
import { configuredBucket } from "#app/platform/storage/s3.server.ts";
import { storageFolder } from "#app/platform/storage/storage.server.ts";
import type { Finding } from "./finding.ts";

const MAIL_TIMEOUT_MS = 5_000;

/** Examines what is set in the environment and what lies on the disk. Opens no database and changes nothing. */
export async function examineSettings(): Promise<Finding[]> {
  return [
    examinePublicUrl(env),
    await examineSecret(env),
    await examineMail(env),
    await examineStorage(),
    examineWorker(env),
  ];
}

function examinePublicUrl({ PUBLIC_URL, PORT }: Pick<Env, "PUBLIC_URL" | "PORT">): Finding {
  const part = "public address";
  if (!PUBLIC_URL) {
    const disables = `links in mail, canonical addresses and passkeys anywhere but on http://localhost:${PORT}, and cookies that travel encrypted alone`;
    return { part, state: "missing", says: "PUBLIC_URL is not set", disables };
  }
  const { protocol, hostname } = new URL(PUBLIC_URL);
  if (protocol === "https:" || hostname === "localhost") return { part, state: "ok", says: PUBLIC_URL };
  const disables = "passkeys, and the protection of cookies on their way";
  return { part, state: "missing", says: `${PUBLIC_URL} is not https`, disables };
}

async function examineSecret({ AUTH_SECRET }: Env): Promise<Finding> {
  const part = "secret";
  if (AUTH_SECRET) return { part, state: "ok", says: "AUTH_SECRET is set" };
  const kept = join(dataDir, "auth-secret");
  const there = await access(kept, constants.R_OK).then(
    () => true,
    () => false,
  );
  const disables = "serving from several machines, until all are given the same AUTH_SECRET";
  if (there) return { part, state: "ok", says: `kept in ${kept}` };
  return { part, state: "missing", says: `AUTH_SECRET is not set; the first start makes one in ${kept}`, disables };
}

async function examineMail({ SMTP_URL, MAIL_FROM }: Env): Promise<Finding> {
  const part = "mail";
  if (!SMTP_URL) {
    const disables =
      "confirming an address and a forgotten password by mail; letters wait in /dev/mailbox, in development and on a first run on one's own machine";
    return { part, state: "missing", says: "SMTP_URL is not set", disables };
  }
  const limits = {
    connectionTimeout: MAIL_TIMEOUT_MS,
    greetingTimeout: MAIL_TIMEOUT_MS,
    socketTimeout: MAIL_TIMEOUT_MS,
  };
  try {
    const transport = createTransport({ url: SMTP_URL, ...limits });
    await transport.verify();
    transport.close();
    return { part, state: "ok", says: `the server answers; mail comes from ${MAIL_FROM}` };
  } catch (error) {
    // Its message may hold the server's name and user, which are the operator's own.
    const says = `the server does not take mail: ${error instanceof Error ? error.message : "unknown"}`;
    return { part, state: "broken", says, disables: "confirming an address, a forgotten password, and notices" };
  }
}

async function examineStorage(): Promise<Finding> {
  const part = "storage";
  const bucket = configuredBucket();
  const disables = "importing courses, pictures and videos";
  if (bucket) {
    try {
      await bucket.client.send(new HeadBucketCommand({ Bucket: bucket.bucket }));
      return { part, state: "ok", says: `the bucket ${bucket.bucket} answers` };
    } catch (error) {
      const says = `the bucket ${bucket.bucket} does not answer: ${error instanceof Error ? error.name : "unknown"}`;
      return { part, state: "broken", says, disables };
    }
  }
  const probe = join(storageFolder, `probe-${randomUUID()}`);
  try {
    await mkdir(storageFolder, { recursive: true });
    await writeFile(probe, "", { flag: "wx" });
    await rm(probe);
    return { part, state: "ok", says: storageFolder };
  } catch (error) {
    const says = `${storageFolder} cannot be written: ${error instanceof Error ? error.message : "unknown"}`;
    return { part, state: "broken", says, disables };
  }
}

function examineWorker({ WORKER, WEB_CONCURRENCY }: Env): Finding {
  const says =
    WORKER === "inside"
      ? `inside the server (WEB_CONCURRENCY=${WEB_CONCURRENCY})`
      : "alone: npm run worker must run beside the server";
  return { part: "worker", state: "ok", says };
}
