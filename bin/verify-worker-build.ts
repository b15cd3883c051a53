import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin, Rolldown } from "vite";

const WORKER = "app/features/certificate/file-check/verify-worker.ts";
const PAGE = "app/routes/public/verify.tsx";

/** Only what certificates load later belongs to the page; what the frame may load later does not. */
const LOADS_LATER = /\/app\/features\/certificate\//;

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } };

/** A chunk and all that it imports, at once or later. */
function reach(name: string, bundle: Rolldown.OutputBundle, reached = new Set<string>()): Set<string> {
  const output = bundle[name];
  if (output?.type !== "chunk" || reached.has(name)) return reached;
  const chunk: Chunk = output;
  reached.add(name);
  for (const css of chunk.viteMetadata?.importedCss ?? []) reached.add(css);
  const later = chunk.moduleIds.some((id) => LOADS_LATER.test(id)) ? chunk.dynamicImports : [];
  for (const next of [...chunk.imports, ...later]) reach(next, bundle, reached);
  return reached;
}

/** Changes with every file of the browser's and with every word, so that a new build is kept anew. */
function nameBuild(bundle: Rolldown.OutputBundle): string {
  const hash = createHash("sha256").update(Object.keys(bundle).sort().join());
  for (const file of globSync("app/locales/*/{ui,verify}.json").sort()) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}

/**
 * Builds the service worker of the page that checks certificates, at `/verify-worker.js`: one file, in which stand the
 * names of all that the page is made of.
 */
export function verifyWorker(): Plugin {
  return {
    name: "verify-worker",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    buildStart() {
      this.emitFile({ type: "chunk", id: resolve(WORKER), fileName: "verify-worker.js" });
    },
    generateBundle(_options, bundle) {
      const worker = bundle["verify-worker.js"];
      const page = Object.values(bundle).find(
        (output) => output.type === "chunk" && output.facadeModuleId?.includes(PAGE),
      );
      if (worker?.type !== "chunk" || !page) this.error("The page that checks certificates was not built");
      if (worker.imports.length > 0) this.error("The service worker must be one file");
      const files = [...reach(page.fileName, bundle)].map((file) => `/${file}`).sort();
      worker.code = worker.code
        .replace("__VERIFY_BUILD__", nameBuild(bundle))
        .replace("__VERIFY_FILES__", files.join(" "));
    },
  };
}
