import { createHmac } from "node:crypto";
import type { Person } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { sessionSecret } from "#app/platform/session/secret.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { storePassword } from "./store-password.server.ts";

const samples = [
  {
    as: "student",
    email: "student@maqdis.example",
    name: "Amina Yusuf",
    fullNameArabic: "آمنة محمود يوسف",
    fullNameLatin: "Amina Mahmoud Yusuf",
    role: "learner",
    handle: undefined,
  },
  {
    as: "instructor",
    email: "instructor@maqdis.example",
    name: "Layla Mansour",
    fullNameArabic: "ليلى أحمد منصور",
    fullNameLatin: "Layla Ahmad Mansour",
    role: "learner",
    handle: "layla-mansour",
  },
  {
    as: "admin",
    email: "admin@maqdis.example",
    name: "Idris Salim",
    fullNameArabic: "إدريس عمر سليم",
    fullNameLatin: "Idris Omar Salim",
    role: "admin",
    handle: undefined,
  },
] as const;

const fellow = {
  email: "fellow@maqdis.example",
  name: "Karim Nassar",
  fullNameArabic: "كريم فؤاد نصّار",
  fullNameLatin: "Karim Fuad Nassar",
  role: "learner",
  emailVerified: true,
} as const;

export type SampleAccount = { as: (typeof samples)[number]["as"]; email: string; password: string };

/** The same at each start, different in each installation, so that nobody else can know it. */
function samplePassword(email: string): string {
  const letters = createHmac("sha256", sessionSecret()).update(`sample:${email}`).digest("hex");
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8, 12)}`;
}

/**
 * Makes a learner of the sample academy besides those, with whom nobody can sign in; one who is there already is left
 * as he is. Gives the person as somebody signed in, and the student and the admin so too.
 */
export async function findSamplePeople({
  db,
}: {
  db: Db;
}): Promise<{ student: Person; fellow: Person; admin: Person }> {
  await db.user.createMany({ data: [fellow], skipDuplicates: true });
  const find = async (email: string): Promise<Person> => {
    const select = {
      ...{ id: true, name: true, email: true, emailVerified: true, role: true, twoFactorEnabled: true },
      ...{ locale: true, timeZone: true, calendar: true, digits: true },
    } as const;
    return { ...(await db.user.findUniqueOrThrow({ where: { email }, select })), sessionId: "", instructorId: null };
  };
  const [student, , admin] = samples;
  return { student: await find(student.email), fellow: await find(fellow.email), admin: await find(admin.email) };
}

/**
 * Makes the sample student, instructor and admin where they are missing, and returns how to sign in as each.
 * An account that is there already is left as it is. The instructor becomes the sample academy's Layla Mansour.
 */
export async function createSampleAccounts({ db }: { db: Db }): Promise<SampleAccount[]> {
  const accounts: SampleAccount[] = [];
  for (const { as, handle, ...person } of samples) {
    const { email } = person;
    const password = samplePassword(email);
    const hash = await hashPassword(password);
    await inTransaction(db, async (tx) => {
      const data = { ...person, emailVerified: true };
      const [made] = await tx.user.createManyAndReturn({ data: [data], skipDuplicates: true, select: { id: true } });
      if (made) await storePassword(tx, { userId: made.id, hash });
      const { id: userId } = await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
      const taken = await tx.instructor.count({ where: { userId } });
      if (handle && taken === 0) await tx.instructor.updateMany({ where: { handle, userId: null }, data: { userId } });
    });
    accounts.push({ as, email, password });
  }
  return accounts;
}
