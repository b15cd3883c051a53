// npm run dev: the same academy with hot reload.
import "./development.ts";
import { execFileSync } from "node:child_process";
import express from "express";
import { createServer } from "vite";
import { env } from "#app/platform/env/env.server.ts";
import { announce } from "./announce.ts";
import { openSampleAcademy } from "./open-sample-academy.ts";
import { prepareDatabase } from "./prepare-database.ts";

type Academy = typeof import("#app/server.ts");

execFileSync("prisma", ["generate"], { stdio: ["ignore", "ignore", "inherit"] });
const prepared = await prepareDatabase();
const samples = prepared.embedded && env.SAMPLE_ACADEMY !== false ? await openSampleAcademy() : [];
const vite = await createServer({ server: { middlewareMode: true } });

const academies = new WeakMap<object, express.Express>();

/** The academy as the code now stands; made again when a change of it has loaded the server anew. */
async function currentAcademy(): Promise<express.Express> {
  const loaded = await vite.ssrLoadModule("./app/server.ts");
  const createAcademy: Academy["createAcademy"] = loaded.createAcademy;
  const known = academies.get(loaded);
  const academy = known ?? createAcademy({ clientFolder: undefined });
  academies.set(loaded, academy);
  return academy;
}

const first = await vite.ssrLoadModule("./app/server.ts");
const startServices: Academy["startServices"] = first.startServices;
const services = await startServices();

const app = express();
app.use(vite.middlewares);
app.use(async (request, response, next) => {
  try {
    const academy = await currentAcademy();
    academy(request, response, next);
  } catch (error) {
    if (error instanceof Error) vite.ssrFixStacktrace(error);
    next(error);
  }
});
const server = app.listen(env.PORT, () => announce({ address: `http://localhost:${env.PORT}`, samples }));

const end = async () => {
  server.close();
  await services.stop();
  await vite.close();
  await prepared.stop();
  process.exit(0);
};
// Vite's own listener ends the process once Vite has closed, which would leave PostgreSQL running.
process.removeAllListeners("SIGTERM");
process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
