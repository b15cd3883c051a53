import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect } from "./journey.ts";

export type Credentials = { email: string; password: string };
export type Person = Credentials & { name: string };

/** Somebody whom the academy does not know yet. */
export function stranger(): Person {
  const mark = randomUUID().slice(0, 8);
  return { name: `Salma ${mark}`, email: `salma.${mark}@example.org`, password: `olive-tree-${mark}` };
}

type SampleRole = "student" | "instructor" | "admin";

/** How one of the sample people signs in, as the academy printed it when it opened. */
export function samplePerson(role: SampleRole): Credentials {
  const printed = process.env.ACADEMY_PRINTED ?? "";
  const [, email, password] = new RegExp(`(${role}@\\S+)\\s+(\\S+)`).exec(printed) ?? [];
  if (!email || !password) throw new Error(`The academy did not print how its ${role} signs in:\n${printed}`);
  return { email, password };
}

/** Sends a form as the academy's own pages do, and expects to be led on. */
export async function send(request: APIRequestContext, path: string, form: Record<string, string>) {
  const headers = { Origin: process.env.ACADEMY_ORIGIN ?? "" };
  const answer = await request.post(path, { form, headers, maxRedirects: 0 });
  expect([302, 303], `${path}: ${answer.status()}`).toContain(answer.status());
  return answer.headers().location ?? "";
}

/** Signs in past the screens, for journeys that begin later. */
export async function signInQuickly(request: APIRequestContext, { email, password }: Credentials) {
  await send(request, "/sign-in", { email, password });
}

/** The mails to an address as the mailbox lists them; what stands after the list names every mail once more. */
export async function findListed(request: APIRequestContext, email: string): Promise<string[]> {
  const [, ...items] = (await (await request.get("/dev/mailbox")).text()).split("<li");
  return items.map((item) => item.split("</li>")[0] ?? "").filter((mail) => mail.includes(email));
}

async function findMailTo(request: APIRequestContext, email: string): Promise<string> {
  const [newest = ""] = await findListed(request, email);
  return /\/dev\/mailbox\/([0-9a-f-]{36})/.exec(newest)?.[1] ?? "";
}

/** Waits for a mail to this address that holds a link like `pattern`, and answers what its group found. */
export async function findInMail(request: APIRequestContext, { to, pattern }: { to: string; pattern: RegExp }) {
  let found = "";
  await expect(async () => {
    const mails = await findListed(request, to);
    const ids = mails.flatMap((mail) => /\/dev\/mailbox\/([0-9a-f-]{36})/.exec(mail)?.[1] ?? []);
    for (const id of ids)
      found ||= pattern.exec(await (await request.get(`/dev/mailbox/${id}/html`)).text())?.[1] ?? "";
    expect(found).not.toBe("");
  }).toPass({ timeout: 15_000 });
  return found;
}

/** Makes a new learner past the screens and signs her in, for journeys that begin later. */
export async function becomeLearnerQuickly(request: APIRequestContext): Promise<Person> {
  const person = stranger();
  await send(request, "/sign-up", person);
  await expect.poll(() => findMailTo(request, person.email)).not.toBe("");
  const mail = await (await request.get(`/dev/mailbox/${await findMailTo(request, person.email)}/html`)).text();
  const [, token = ""] = /verify-email\?token=([\w-]+)/.exec(mail) ?? [];
  await send(request, "/verify-email", { token });
  await signInQuickly(request, person);
  return person;
}

/** Enrols who is signed in past the screens. */
export async function enrolQuickly(request: APIRequestContext, course: string) {
  await send(request, `/courses/${course}`, { intent: "enrol" });
}
