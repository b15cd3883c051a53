// npm run academy -- <command>: the academy from the command line. `--help` lists the commands.
import { CommanderError } from "commander";

const USAGE = 2;

try {
  // Loaded here, since reading a wrong environment throws while modules load.
  const { makeProgram } = await import("./commands/program.ts");
  await makeProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
