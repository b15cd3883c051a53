import type { SampleAccount } from "#app/features/account/create-sample-accounts.server.ts";

/** Says on the terminal where the academy is open, and how to sign in as the people of the sample academy. */
export function announce({ address, samples }: { address: string; samples: SampleAccount[] }): void {
  const lines = samples.map(({ as, email, password }) => `  ${as.padEnd(12)}${email.padEnd(30)}${password}`);
  const signIns = lines.length > 0 ? `  Sample sign-ins\n${lines.join("\n")}\n\n` : "";
  process.stdout.write(`\n  Maqdis is open at ${address}\n\n${signIns}`);
}
