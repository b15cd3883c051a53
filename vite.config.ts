import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { playerLibraries } from "./bin/player-libraries.ts";
import { verifyWorker } from "./bin/verify-worker-build.ts";

// Each file costs a request and its headers, so what every page needs comes in two, libraries and our frame: what
// changes with a new version of a library, and what changes with us.
const shared = [
  { name: "libraries", priority: 3, test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
  // What is filled in, which few pages are.
  {
    name: "forms",
    priority: 1,
    test: /app\/ui\/(field|field-parts|radio-group|checkbox|select|text-area|form-errors)\.tsx/,
  },
  // Not what only some pages draw: plots would bring their libraries to every reader.
  {
    name: "frame",
    priority: 2,
    // Without what would bring zod with it, which readers' pages do not need.
    test: /preload-helper|app\/(root\.tsx|routes\/shell\/|platform\/(i18n\/(?!locale-schema)|errors\/|access\/)|ui\/(?!chart\/|dialog|confirm|data-table|field|radio|check|select|text-|form))/,
  },
];

export default defineConfig({
  plugins: [tailwindcss(), reactRouter(), playerLibraries(), verifyWorker()],
  optimizeDeps: { rolldownOptions: { plugins: [playerLibraries()] } },
  build: { assetsInlineLimit: 0, sourcemap: false },
  environments: {
    client: { build: { rollupOptions: { output: { codeSplitting: { groups: shared } } } } },
    ssr: { build: { rollupOptions: { input: "./app/server.ts" } } },
  },
});
