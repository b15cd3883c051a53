import { randomBytes, randomUUID } from "node:crypto";
import type { Db } from "#app/platform/db/client.server.ts";
import { SESSION_COOKIE, signSessionToken } from "#app/platform/session/session-cookie.server.ts";

type Overrides = Partial<{
  email: string;
  name: string;
  role: "learner" | "admin";
  emailVerified: boolean;
  locale: string;
}>;

/** A person with a verified address. */
export async function createPerson(db: Db, overrides: Overrides = {}) {
  const email = overrides.email ?? `${randomUUID()}@example.org`;
  return db.user.create({ data: { name: "Amina Yusuf", emailVerified: true, ...overrides, email } });
}

/** A session of a person, with the Cookie header that a browser would send. */
export async function createSession(db: Db, userId: string) {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(Date.now() + 29 * 86_400_000);
  const session = await db.session.create({ data: { userId, token, expiresAt } });
  return { session, cookie: `${SESSION_COOKIE}=${encodeURIComponent(signSessionToken(token))}` };
}

/** A person who may teach, with her public face. */
export async function createInstructor(db: Db, overrides: Overrides = {}) {
  const person = await createPerson(db, overrides);
  const instructor = await db.instructor.create({
    data: {
      handle: `teacher-${randomBytes(4).toString("hex")}`,
      userId: person.id,
      names: { ar: "ليلى منصور", en: "Layla Mansour" },
      headlines: { ar: "مؤرخة", en: "Historian" },
      bios: { ar: "تدرّس تاريخ القدس.", en: "Teaches the history of Jerusalem." },
    },
  });
  return { person, instructor };
}
