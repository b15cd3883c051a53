import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

let instantiated: Promise<void> | undefined;

/** The engine leaves the watch over its lock running: who is done with migrating does not wait for its end. */
const setTimer = (work: () => void, milliseconds: number) => setTimeout(work, milliseconds).unref();

async function instantiate() {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": Object.fromEntries(
      Object.entries(bindings)
        .filter(([, value]) => value instanceof Function)
        .map(([name, value]) => [name, name.startsWith("__wbg_setTimeout") ? setTimer : value]),
    ),
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/** The schema as the engine wants it: one entry for each file of `folder`. */
export async function readSchema(folder: string) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(folder, name), content: await readFile(join(folder, name), "utf8") })),
  );
}

/**
 * So long a migration waits for a lock at a time, in milliseconds: who comes after it in the line waits as long. Then it
 * steps back, lets them pass and tries again.
 */
const LOCK_WAIT_MS = 3_000;
const STEP_BACK_MS = 1_000;
const TRIES = 60;

const isLockTimeout = (error: unknown) => error instanceof Error && "code" in error && error.code === "55P03";

/** Runs a script as one transaction, or alone where it is one statement that cannot be in any. */
async function runScript(url: string, script: string): Promise<void> {
  // Waits for others by design, and nobody waits for it.
  const patient = /\bCONCURRENTLY\b/i.test(script);
  for (let tried = 1; ; tried += 1) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      if (!patient) await client.query(`set lock_timeout = ${LOCK_WAIT_MS}`);
      return void (await client.query(script));
    } catch (error) {
      if (!isLockTimeout(error) || tried >= TRIES) throw error;
    } finally {
      await client.end();
    }
    await sleep(STEP_BACK_MS);
  }
}

/**
 * Prisma's adapter parts a script at every semicolon, also inside the bodies of functions. Here a script goes to
 * PostgreSQL whole, which also makes each migration one transaction.
 */
function adapterWithWholeScripts(url: string) {
  const opened: { dispose: () => Promise<void> }[] = [];
  const factory = new PrismaPg({ connectionString: url });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = (script) => runScript(url, script);
    opened.push(adapter);
    return adapter;
  };
  const close = async () => {
    for (const adapter of opened) await adapter.dispose();
  };
  return { adapter: bindMigrationAwareSqlAdapterFactory(factory), close };
}

/**
 * Prisma's own schema engine, compiled to WebAssembly, so that migrating needs no download.
 * `close` frees it and its connections.
 */
export async function openSchemaEngine({ url, schemaFolder }: { url: string; schemaFolder: string }) {
  instantiated ??= instantiate();
  await instantiated;
  const datamodels = (await readSchema(schemaFolder)).map(({ path, content }): [string, string] => [path, content]);
  const { adapter, close } = adapterWithWholeScripts(url);
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  return {
    engine,
    close: async () => {
      engine.free();
      await close();
    },
  };
}
