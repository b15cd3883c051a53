import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

// Every page needs these. Each file costs a request and its headers, so they come in two: what changes with a new
// version of a library, and what changes with us.
const everywhere = [
  { name: "libraries", test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
  {
    name: "frame",
    test: /app\/(root\.tsx|routes\/shell\/|platform\/(i18n|errors|access)\/|ui\/(?!dialog|confirm-dialog))/,
  },
];

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: { assetsInlineLimit: 0, sourcemap: false },
  environments: {
    client: { build: { rollupOptions: { output: { codeSplitting: { groups: everywhere } } } } },
    ssr: { build: { rollupOptions: { input: "./app/server.ts" } } },
  },
});
