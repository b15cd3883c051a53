// npm run worker: takes jobs only, for when WORKER=alone is set where the pages are served.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { prepareDatabase } from "./prepare-database.ts";

type Academy = typeof import("#app/server.ts");

execFileSync(process.execPath, ["bin/build.ts", "--if-needed"], { stdio: "inherit" });
const prepared = await prepareDatabase();
const academy: Academy = await import(pathToFileURL(resolve("build/server/index.js")).href);
const worker = await academy.startWorkerAlone();
process.stdout.write("The worker takes jobs.\n");

const end = async () => {
  await worker.stop();
  await prepared.stop();
  process.exit(0);
};
process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
