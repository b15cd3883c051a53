import { Command } from "commander";
import { failure, finish, type Outcome } from "./outcome.ts";

const AFTER_HELP = `
Exit codes:
  0  done; with doctor: nothing is broken; with verify: the certificate is valid
  1  refused or failed; nothing was half done
  2  wrong usage

With --json the answer is one JSON object on standard output, { "ok": true, … } or
{ "ok": false, "error": … }. Run it as "npm run --silent academy -- …" to keep npm's own lines out of it.

The commands work on the database of DATABASE_URL, or on the embedded PostgreSQL in DATA_DIR,
whether the academy is running or not.`;

const JSON_OPTION = ["--json", "answer in JSON"] as const;

async function end(work: () => Promise<Outcome>, options: { json?: boolean }): Promise<void> {
  finish(await work().catch(failure), options);
}

/** Every command of `npm run academy`; each loads its part of the academy when it is called. */
export function makeProgram(): Command {
  const program = new Command("academy")
    .usage("<command> [options]")
    .description("Runs the academy from the command line.")
    .addHelpText("after", AFTER_HELP)
    .showHelpAfterError("(academy --help lists the commands)")
    .exitOverride();
  addPackageCommands(program);
  addQuestionCommands(program);
  addTranslationCommands(program);
  addRegisterCommand(program);
  addCertificateCommands(program);
  addBackupCommands(program);
  program
    .command("create-admin")
    .description("make an admin, or make an admin of somebody who has an account")
    .requiredOption("--email <address>", "the admin's e-mail address, which counts as confirmed")
    .requiredOption("--name <name>", "the name that others see; an existing account keeps its own")
    .option("--password-stdin", "read the password from standard input instead of asking for it")
    .option(...JSON_OPTION)
    .action((options) => end(async () => (await import("./create-admin.ts")).runCreateAdmin(options), options));
  program
    .command("migrate")
    .description("apply the pending migrations of the database")
    .option(...JSON_OPTION)
    .action((options) => end(async () => (await import("./migrate.ts")).runMigrate(), options));
  program
    .command("doctor")
    .description("say what is configured, what is missing, and what each missing part disables")
    .option(...JSON_OPTION)
    .action((options) => end(async () => (await import("./doctor.ts")).runDoctor(), options));
  return program;
}

function addPackageCommands(program: Command): void {
  program
    .command("import")
    .description("take in an academy package, whole or not at all (docs/author.md says what it holds)")
    .argument("<dir>", "the folder that holds academy.yaml and courses/")
    .option("--overwrite", "replace what was edited in the academy since its last import")
    .option("--dry-run", "check the package and say what would change, without writing anything")
    .option(...JSON_OPTION)
    .action((folder: string, options) =>
      end(async () => (await import("./import.ts")).runImport(folder, options), options),
    );
  program
    .command("export")
    .description("write all courses, or one, as an academy package")
    .argument("<dir>", "a folder that is empty or not there yet")
    .option("--course <slug>", "this course alone, with the subject and the people it needs")
    .option(...JSON_OPTION)
    .action((folder: string, options) =>
      end(async () => (await import("./export.ts")).runExport(folder, options), options),
    );
}

function addBackupCommands(program: Command): void {
  const load = () => import("./backup.ts");
  program
    .command("backup")
    .description("write the database and the files into one archive, encrypted with BACKUP_KEY, and read it back")
    .argument("[target]", "a file that is not there yet, or a folder; without it BACKUP_DIR")
    .option("--no-files", "the database alone")
    .option("--with-secrets", "the secrets of this machine too; only where there is a BACKUP_KEY")
    .option("--keep <number>", "remove older backups of the folder, so that this many remain")
    .option(...JSON_OPTION)
    .action((target: string | undefined, options) =>
      end(async () => (await load()).runBackup(target, options), options),
    );
  program
    .command("restore")
    .description("put an academy back from its archive, whole or not at all, into an empty database")
    .argument("<file>", "the archive; where it is encrypted, BACKUP_KEY is the secret half of its key")
    .option("--replace <database>", "lose everything that is in the database of this name")
    .option("--with-secrets", "put the secrets that are in the archive into DATA_DIR")
    .option(...JSON_OPTION)
    .action((file: string, options) => end(async () => (await load()).runRestore(file, options), options));
  program
    .command("verify-backup")
    .description("read an archive from beginning to end, and say whether it is whole")
    .argument("<file>", "the archive")
    .option(...JSON_OPTION)
    .action((file: string, options) => end(async () => (await load()).runVerifyBackup(file), options));
  program
    .command("make-backup-key")
    .description("make a pair of keys for backups; it is shown once and kept nowhere")
    .option(...JSON_OPTION)
    .action((options) => end(async () => (await load()).runMakeBackupKey(), options));
}

function addRegisterCommand(program: Command): void {
  program
    .command("certificates")
    .description("list the register of certificates, those issued last first")
    .option("--course <slug>", "those for this course")
    .option("--programme <slug>", "those for this programme")
    .option("--status <status>", "valid, revoked, superseded or expired")
    .option("--since <day>", "those issued on this day or later, for example 2026-11-22 (in UTC)")
    .option(...JSON_OPTION)
    .action(async (options) => {
      const refusal = await import("./certificates.ts")
        .then(({ runCertificates }) => runCertificates(options))
        .catch(failure);
      if (refusal) finish(refusal, options);
    });
}

function addQuestionCommands(program: Command): void {
  program
    .command("import-questions")
    .description("take questions of another program into a course's bank, each by itself (docs/author.md)")
    .argument("<file>", "the file, or a zip archive of such with the pictures that they name")
    .requiredOption("--course <slug>", "the course into whose bank they come")
    .requiredOption("--format <format>", "gift, moodle-xml, aiken, qti or yaml")
    .option("--dry-run", "say what would be taken, taken with a loss, and refused, without writing anything")
    .option(...JSON_OPTION)
    .action((file: string, options) =>
      end(async () => (await import("./questions.ts")).runImportQuestions(file, options), options),
    );
  program
    .command("export-questions")
    .description("write the questions of a course's bank")
    .argument("<file>", "where to write; a zip archive with qti, and where pictures go along")
    .requiredOption("--course <slug>", "the course whose bank it is")
    .requiredOption("--format <format>", "gift, moodle-xml, qti or yaml")
    .option(...JSON_OPTION)
    .action((file: string, options) =>
      end(async () => (await import("./questions.ts")).runExportQuestions(file, options), options),
    );
}

const AS_OPTION = [
  "--as <address>",
  "the e-mail address of who may edit the course, in whose name it is done",
] as const;

function addTranslationCommands(program: Command): void {
  program
    .command("export-translations")
    .description("write the lessons of a course with their translations into a language, as XLIFF 2")
    .argument("<file>", "where to write")
    .requiredOption("--course <slug>", "the course")
    .requiredOption("--into <language>", "the language of the translations")
    .requiredOption(...AS_OPTION)
    .option("--lesson <slug>", "this lesson alone")
    .option(...JSON_OPTION)
    .action((file: string, options) =>
      end(async () => (await import("./translations.ts")).runExportTranslations(file, options), options),
    );
  program
    .command("import-translations")
    .description("take the translations of an XLIFF 2 file into a course, each block by itself")
    .argument("<file>", "the file, as it came out and was translated")
    .requiredOption("--course <slug>", "the course")
    .requiredOption(...AS_OPTION)
    .option("--dry-run", "say what would be taken and refused, without writing anything")
    .option(...JSON_OPTION)
    .action((file: string, options) =>
      end(async () => (await import("./translations.ts")).runImportTranslations(file, options), options),
    );
}

function addCertificateCommands(program: Command): void {
  program
    .command("verify")
    .description("say whether a certificate is genuine and valid, without asking anybody over the network")
    .argument("<file>", "the PDF, the JSON of its credential, or its JWT")
    .option("--did <file>", "the issuer's did.json, instead of the keys in the database")
    .option("--status <file>", "with --did: the status list that the certificate names")
    .option(...JSON_OPTION)
    .action((file: string, options) =>
      end(async () => (await import("./verify.ts")).runVerify(file, options), options),
    );
  program
    .command("rotate-issuer-key")
    .description("sign certificates with a new key from now on; what the old one signed still holds")
    .option(
      "--compromised [publicKey]",
      "the old key, or the one named, fell into other hands: nothing that it signed is believed any more",
    )
    .option(...JSON_OPTION)
    .action((options) =>
      end(async () => (await import("./rotate-issuer-key.ts")).runRotateIssuerKey(options), options),
    );
}
