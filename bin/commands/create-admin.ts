import { emailSchema, nameSchema, newPasswordSchema } from "#app/features/account/account-schema.ts";
import { createAdmin } from "#app/features/account/create-admin.server.ts";
import { withMigratedDatabase } from "../academy-database.ts";
import { askPassword, readPassword } from "./ask-password.ts";
import type { Outcome } from "./outcome.ts";

/** academy create-admin */
export async function runCreateAdmin(options: {
  email: string;
  name: string;
  passwordStdin?: boolean;
}): Promise<Outcome> {
  const email = emailSchema.safeParse(options.email);
  if (!email.success) return refused(`--email ${options.email} is not an e-mail address`);
  const name = nameSchema.safeParse(options.name);
  if (!name.success) return refused("--name must have between 1 and 80 letters");
  const password = newPasswordSchema.safeParse(options.passwordStdin ? await readPassword() : await askPassword());
  if (!password.success)
    return refused("The password must have 10 letters or more, and not be one that many people use");
  const admin = { email: email.data, name: name.data, password: password.data };
  const { id, created } = await withMigratedDatabase(({ db }) => createAdmin({ db }, admin));
  const text = created
    ? `${email.data} may now sign in as an admin.`
    : `${email.data} was there already and is now an admin.`;
  return { ok: true, text, json: { id, email: email.data, created } };
}

function refused(message: string): Outcome {
  return { ok: false, text: message, json: { error: "invalid", message } };
}
