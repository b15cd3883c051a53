import { defineConfig } from "@playwright/test";
import { findChromium } from "#tests/setup/chromium.ts";

const launchOptions = await findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "tests/e2e/start-academy.ts",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: { browserName: "chromium", launchOptions, trace: "retain-on-failure", locale: "ar" },
});
