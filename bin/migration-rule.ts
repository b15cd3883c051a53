import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

/** What a migration would do to people who learn meanwhile; `rule` is squawk's name of it, or one of `HERE`. */
export type MigrationFault = { file: string; line: number; rule: string; says: string };

const squawkSchema = z.array(
  z.object({
    file: z.string(),
    line: z.number(),
    rule_name: z.string(),
    message: z.string(),
    help: z.string().nullish(),
  }),
);

/** What squawk lets pass, and a line of SQL for each. */
const HERE: { rule: string; pattern: RegExp; says: string }[] = [
  { rule: "lock-table", pattern: /\bLOCK\s+TABLE\b/i, says: "Everybody who writes waits until the migration ends." },
  { rule: "truncate", pattern: /\bTRUNCATE\b/i, says: "Nothing that people did is emptied; going back is a backup." },
  {
    rule: "rewrite",
    pattern: /\b(VACUUM\s+FULL|CLUSTER|REINDEX)\b/i,
    says: "A table that is written anew is closed to all.",
  },
  { rule: "renaming-value", pattern: /\bRENAME\s+VALUE\b/i, says: "The release before still writes the former name." },
  { rule: "drop-type", pattern: /\bDROP\s+TYPE\b/i, says: "The release before still reads and writes it." },
];
const ALONE = { rule: "concurrently-alone", says: "It cannot be in a transaction: give it a migration of its own." };
const REASON = {
  rule: "ignored-without-reason",
  says: "Say in a comment of its own line, just above, why this is safe here.",
};

/**
 * What is unsafe in those migration files while an academy is in use, by squawk (its rules are in .squawk.toml) and a
 * few rules of our own. A line of comment `-- squawk-ignore <rule>` lets one pass, below one that says why.
 */
export function findMigrationFaults(files: readonly string[]): MigrationFault[] {
  if (files.length === 0) return [];
  const squawk = resolve("node_modules/.bin/squawk");
  const { stdout, stderr, error } = spawnSync(
    squawk,
    ["--config", ".squawk.toml", "--assume-in-transaction", "--reporter", "json", ...files],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (error || !stdout) throw new Error(`squawk did not run: ${error?.message ?? stderr}`);
  const found = squawkSchema.parse(JSON.parse(stdout));
  const theirs = found.map(({ file, line, rule_name: rule, message, help }) => {
    return { file, line: line + 1, rule, says: help ? `${message}. ${help}` : message };
  });
  return [...theirs, ...files.flatMap(findOwnFaults)];
}

function findOwnFaults(file: string): MigrationFault[] {
  const source = readFileSync(file, "utf8");
  // Comments and the bodies of functions go, lines stay.
  const blank = (text: string) => text.replace(/[^\n]/g, " ");
  const sql = source.replace(/(\$\w*\$)[\s\S]*?\1/g, blank).replace(/--.*/g, blank);
  const lines = sql.split("\n");
  const ours = HERE.flatMap(({ rule, pattern, says }) =>
    lines.flatMap((text, i) => {
      // A trigger may be one on TRUNCATE.
      const ignored = isIgnored(source, i, rule) || /\b(BEFORE|AFTER)\b[^;]*\bTRUNCATE\b/i.test(text);
      return pattern.test(text) && !ignored ? [{ file, line: i + 1, rule, says }] : [];
    }),
  );
  const statements = sql.split(";").filter((statement) => statement.trim() !== "");
  const shared = /\bCONCURRENTLY\b/i.test(sql) && statements.length > 1;
  return [...ours, ...(shared ? [{ file, line: 1, ...ALONE }] : []), ...findUnreasoned(file, source)];
}

const IGNORE = /^\s*--\s*squawk-ignore(-file)?\b/;

function isIgnored(source: string, line: number, rule: string): boolean {
  const before = source.split("\n")[line - 1] ?? "";
  return IGNORE.test(before) && before.includes(rule);
}

function findUnreasoned(file: string, source: string): MigrationFault[] {
  const lines = source.split("\n");
  return lines.flatMap((text, i) => {
    const above = lines[i - 1] ?? "";
    const hasReason = /^\s*--\s*\S.{20,}/.test(above) && !IGNORE.test(above);
    return IGNORE.test(text) && !hasReason ? [{ file, line: i + 1, ...REASON }] : [];
  });
}
