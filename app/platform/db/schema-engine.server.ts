import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

let instantiated: Promise<void> | undefined;

async function instantiate() {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": Object.fromEntries(
      Object.entries(bindings).filter(([, value]) => value instanceof Function),
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
 * Prisma's adapter parts a script at every semicolon, also inside the bodies of functions. Here a script goes to
 * PostgreSQL whole, which also makes each migration one transaction.
 */
function adapterWithWholeScripts(url: string) {
  const opened: { dispose: () => Promise<void> }[] = [];
  const factory = new PrismaPg({ connectionString: url });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(script).finally(() => client.end());
    };
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
