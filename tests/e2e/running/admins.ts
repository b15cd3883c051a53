import type { APIRequestContext } from "@playwright/test";
import { withAcademyDatabase } from "../academy-database.ts";
import { becomeLearnerQuickly, type Person, samplePerson, send, signInQuickly } from "../people.ts";

/** Whose account an address is. */
export async function findPersonId(email: string): Promise<string> {
  const { id } = await withAcademyDatabase((db) =>
    db.user.findUniqueOrThrow({ where: { email }, select: { id: true } }),
  );
  return id;
}

/** Makes somebody an admin past the screens, as another admin does, and signs her in. */
export async function makeAdmin(request: APIRequestContext): Promise<Person> {
  const person = await becomeLearnerQuickly(request);
  await signOutQuickly(request);
  await signInQuickly(request, samplePerson("admin"));
  await send(request, `/admin/people/${await findPersonId(person.email)}`, {
    intent: "makeAdmin",
    reason: "She helps",
  });
  await signOutQuickly(request);
  await signInQuickly(request, person);
  return person;
}

async function signOutQuickly(request: APIRequestContext) {
  await send(request, "/sign-out", {});
}
