// Builds the product for production: the database client, then the browser's and the server's code.
import { execFileSync } from "node:child_process";
import { delimiter, resolve } from "node:path";

// The tools must run on the Node of this package, also where this file was not started by npm.
const env = {
  ...process.env,
  NODE_ENV: "production",
  PATH: `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`,
};

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env });

run("node_modules/.bin/prisma", "generate");
run("node_modules/.bin/react-router", "build");
