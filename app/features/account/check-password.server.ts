import { countTry, forgetTries } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { refuse } from "./account-errors.ts";
import { verifyNothing, verifyPassword } from "./hash-password.server.ts";
import { passwordByPerson } from "./rate-rules.ts";

/** Makes sure that it is the person herself who sits before the screen. Throws `wrongPassword`, or `tooMany`. */
export async function checkPassword({ db, actor }: PersonContext, password: string): Promise<void> {
  await countTry({ db, rule: passwordByPerson, key: actor.id });
  const where = { providerId_accountId: { providerId: "credential", accountId: actor.id } };
  const account = await db.account.findUnique({ where, select: { password: true } });
  const right = account?.password ? await verifyPassword(account.password, password) : await verifyNothing(password);
  if (!right) throw refuse("wrongPassword");
  await forgetTries({ db, rule: passwordByPerson, key: actor.id });
}
