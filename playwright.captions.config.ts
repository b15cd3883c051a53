import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";
export default defineConfig({ ...base, globalSetup: undefined, workers: 1, outputDir: "/tmp/captions-shots/results", reporter: [["list"]], use: { ...base.use, baseURL: "http://localhost:3206" } });
