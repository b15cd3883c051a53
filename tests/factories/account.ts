import { hashPassword } from "#app/features/account/hash-password.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { User } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { loadActor } from "#app/platform/session/load-actor.server.ts";
import { contextOf } from "./context.ts";
import { createPerson } from "./person.ts";

export const PASSWORD = "a gate of seven arches";

/** A person who can sign in with PASSWORD. */
export async function createAccount(db: Db, overrides: Parameters<typeof createPerson>[1] = {}): Promise<User> {
  const person = await createPerson(db, overrides);
  const key = { providerId: "credential", accountId: person.id };
  await db.account.create({ data: { ...key, userId: person.id, password: await hashPassword(PASSWORD) } });
  return person;
}

/** What a browser keeps of Set-Cookie headers and sends back, over the cookies that it had. */
export function browserHeaders(answer: Headers, before = new Headers()): Headers {
  const pairs = (before.get("cookie") ?? "").split("; ").filter(Boolean);
  const jar = new Map(pairs.map((pair): [string, string] => [pair.split("=")[0] ?? "", pair]));
  for (const cookie of answer.getSetCookie()) {
    const [pair = ""] = cookie.split("; ");
    const name = pair.split("=")[0] ?? "";
    if (/max-age=0\b/i.test(cookie)) jar.delete(name);
    else jar.set(name, pair);
  }
  return new Headers({ "user-agent": before.get("user-agent") ?? "Firefox/1", cookie: [...jar.values()].join("; ") });
}

/** The context of whoever sits before a browser; throws when nobody is signed in there. */
export async function contextIn(db: Db, headers: Headers): Promise<PersonContext> {
  const actor = await loadActor({ db, cookie: headers.get("cookie") });
  if (!actor) throw new Error("Nobody is signed in");
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
  return { ...contextOf(db, user), actor };
}
