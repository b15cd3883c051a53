import { defineConfig } from "prisma/config";

// `prisma generate` wants an engine binary it never runs; any executable satisfies the check,
// so that installing needs nothing but the npm registry.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
