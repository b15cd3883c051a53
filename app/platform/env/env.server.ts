import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

const flag = z
  .enum(["true", "false", "1", "0"])
  .transform((value) => value === "true" || value === "1")
  .optional();

/** Without one of these the others are of no use; the secret of webhooks may come later, states are asked for as well. */
const MUX_NEEDED = ["MUX_TOKEN_ID", "MUX_TOKEN_SECRET", "MUX_SIGNING_KEY_ID", "MUX_SIGNING_PRIVATE_KEY"] as const;

const settingsSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  /** The academy's public address, without a slash at the end. */
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z.string().min(1).optional(),
  /** As who migrations are applied, where the user of DATABASE_URL owns no table and cannot change the audit log. */
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  /** Set by the launcher where it started PostgreSQL itself; not for the operator. */
  EMBEDDED_DATABASE: flag,
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** The same database past a pooler that pools by transaction: for listening, jobs, locks and migrations. */
  DATABASE_DIRECT_URL: z.string().min(1).optional(),
  /** A streaming replica of the database, which guests' pages are read from while it keeps up. */
  DATABASE_REPLICA_URL: z.string().min(1).optional(),
  /** So many seconds the replica may lag behind and still be read from. */
  DATABASE_REPLICA_LAG: z.coerce.number().min(1).max(300).default(5),
  DATA_DIR: z.string().default(".data"),
  SAMPLE_ACADEMY: flag,
  AUTH_SECRET: z.string().min(32).optional(),
  /** So many days after signing in one signs in again, however much the session is used. */
  SESSION_MAX_DAYS: z.coerce.number().int().min(1).max(3650).default(90),
  /** What the keys that sign certificates are sealed with. */
  ISSUER_SECRET: z.string().min(32).optional(),
  /** The key that signs certificates, instead of one made here: an Ed25519 key as PEM (PKCS #8), or that in base64. */
  ISSUER_KEY: z.string().min(1).optional(),
  WEB_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
  WORKER: z.enum(["inside", "alone"]).default("inside"),
  /** Where `npm run worker` says whether it lives, and what it measures; nowhere unless it is said. */
  WORKER_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  /** So many seconds it goes on serving once it was asked to stop, while `/health` says no: balancers notice by then. */
  DRAIN_SECONDS: z.coerce.number().min(0).max(120).default(0),
  /** Where weaknesses of the academy are told: an address of mail, or a page. */
  SECURITY_CONTACT: z.union([z.email(), z.url({ protocol: /^https$/ })]).optional(),
  /** Open connections that a process takes; more are closed at once. */
  MAX_CONNECTIONS: z.coerce.number().int().min(10).default(10_000),
  /** Requests in flight in a process from which on it sheds the least needed ones: see docs/security.md. */
  MAX_IN_FLIGHT: z.coerce.number().int().min(4).default(400),
  /** What one person may send in a minute, to one process. Guests of one address may send ten times as much. */
  WRITES_PER_MINUTE: z.coerce.number().int().min(10).default(600),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  SMTP_URL: z.string().min(1).optional(),
  /** Where files are kept, instead of on this machine's disk. */
  S3_BUCKET: z.string().min(1).optional(),
  /** Of a store other than Amazon's. */
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** The folders in which the system looks for programs; not for the operator. */
  PATH: z.string().default(""),
  /** A program to make smaller videos with; without it the one on PATH, if there is one. */
  FFMPEG_PATH: z.string().min(1).optional(),
  /** Where a backup is written every night. */
  BACKUP_DIR: z.string().min(1).optional(),
  /** So many of them stay there. */
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(14),
  /** A key of age: its public half (age1…) closes backups, its secret half (AGE-SECRET-KEY-1…) opens them as well. */
  BACKUP_KEY: z
    .string()
    .regex(/^(age1|AGE-SECRET-KEY-)/, "must be a key of age: npm run academy -- make-backup-key")
    .optional(),
  MAIL_FROM: z.string().default("Maqdis <academy@localhost>"),
  /** What a program that reads /metrics must send as a bearer token; without it only admins may read them. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Where traces are sent, by OTLP over HTTP; what else is said of them by OTEL_ variables their library reads. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** By which a mail provider proves what it tells of mails that came back. */
  MAIL_WEBHOOK_SECRET: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** An access token of Mux with permission to read and write video. With these, videos are kept at Mux. */
  MUX_TOKEN_ID: z.string().min(1).optional(),
  MUX_TOKEN_SECRET: z.string().min(1).optional(),
  MUX_SIGNING_KEY_ID: z.string().min(1).optional(),
  /** PEM, or the same in base64 as Mux gives it. */
  MUX_SIGNING_PRIVATE_KEY: z.string().min(1).optional(),
  MUX_WEBHOOK_SECRET: z.string().min(1).optional(),
  /** Of a stand-in for Mux, in tests. */
  MUX_BASE_URL: z.url().optional(),
  /** A restricted key of Stripe that may write checkout sessions and refunds and read disputes. With it people can pay. */
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  /** Whether Stripe reckons the tax in each price. */
  STRIPE_TAX: flag,
  /** Of a stand-in for Stripe, in tests. */
  STRIPE_API_BASE: z.url().optional(),
});

/** These lead to the database of DATABASE_URL by other ways, and to nothing without it. */
const DATABASE_WAYS = ["DATABASE_DIRECT_URL", "DATABASE_REPLICA_URL"] as const;

const envSchema = settingsSchema.superRefine((settings, context) => {
  for (const name of settings.DATABASE_URL ? [] : DATABASE_WAYS.filter((way) => settings[way])) {
    context.addIssue({ code: "custom", path: [name], message: "needs DATABASE_URL" });
  }
  const missing = MUX_NEEDED.filter((name) => settings[name] === undefined);
  if (missing.length === 0 || (missing.length === MUX_NEEDED.length && !settings.MUX_WEBHOOK_SECRET)) return;
  for (const name of missing) {
    context.addIssue({ code: "custom", path: [name], message: "must be set where another MUX_ variable is" });
  }
});

export type Env = z.infer<typeof envSchema>;

type Source = Record<string, string | undefined>;

/** Reads what lies in files: `NAME_FILE` names the file of any setting `NAME`, as containers are given secrets. */
function readFiles(source: Source): { found: Source; wrong: string[] } {
  const found: Source = {};
  const wrong: string[] = [];
  for (const name of Object.keys(settingsSchema.shape)) {
    const path = source[`${name}_FILE`];
    if (!path) continue;
    if (source[name]) {
      wrong.push(`${name}: it and ${name}_FILE are both set`);
      continue;
    }
    try {
      found[name] = readFileSync(path, "utf8").replace(/\r?\n$/, "");
    } catch (error) {
      const why = error instanceof Error && "code" in error ? String(error.code) : "unknown";
      wrong.push(`${name}_FILE: ${path} cannot be read (${why})`);
    }
  }
  return { found, wrong };
}

/**
 * Reads and checks the environment, and the files it names. Empty values count as not set. Throws with the names of
 * what is wrong, never with what a setting says.
 */
export function parseEnv(source: Source): Env {
  const files = readFiles(source);
  const given = Object.fromEntries(Object.entries({ ...source, ...files.found }).filter(([, value]) => value !== ""));
  // Plainly, for whoever runs it: forms have their messages in keys, wherever zod was told of them before.
  const parsed = envSchema.safeParse(given, { error: z.locales.en().localeError });
  const issues = parsed.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
  const wrong = [...files.wrong, ...issues];
  if (parsed.data && wrong.length === 0) return parsed.data;
  throw new Error(`The environment is not usable: ${wrong.join("; ")}`);
}

export const env = parseEnv(process.env);
// Libraries look here by themselves, and without it would run as in development.
process.env.NODE_ENV = env.NODE_ENV;

/** Names the database that this process and those it starts use; for when PostgreSQL was started here. */
export function setDatabaseUrl(url: string): void {
  env.DATABASE_URL = url;
  env.EMBEDDED_DATABASE = true;
  process.env.DATABASE_URL = url;
  process.env.EMBEDDED_DATABASE = "true";
}

/** The database without a pooler between, where something lasts longer than a transaction. */
export const directDatabaseUrl = () => env.DATABASE_DIRECT_URL ?? env.DATABASE_URL ?? "";

/** Forgets who owns the tables, also for the processes started from here: who serves has no use for it. */
export function forgetDatabaseOwner(): void {
  delete env.DATABASE_OWNER_URL;
  delete process.env.DATABASE_OWNER_URL;
}

/** Absolute folder of everything the academy keeps on disk. */
export const dataDir = resolve(env.DATA_DIR);
