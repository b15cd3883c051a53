import { findSettings } from "#app/features/setting/find-settings.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { Finding } from "#app/platform/doctor/finding.ts";

/** Examines what the academy holds: who runs it, how they sign in, and whether there is something to learn. */
export async function examineAcademy({ db }: { db: Db }): Promise<Finding[]> {
  const [admins, unprotected, courses, { staffSecondFactor }] = await Promise.all([
    db.user.count({ where: { role: "admin", suspendedAt: null } }),
    db.user.count({ where: { role: "admin", suspendedAt: null, twoFactorEnabled: false, passkeys: { none: {} } } }),
    db.course.count({ where: { state: "published" } }),
    findSettings(db),
  ]);
  return [sayAdmins(admins), saySecondFactor({ staffSecondFactor, unprotected }), sayCourses(courses)];
}

function sayAdmins(admins: number): Finding {
  if (admins > 0) return { part: "admins", state: "ok", says: String(admins) };
  const says = "there is none (npm run academy -- create-admin)";
  return { part: "admins", state: "missing", says, disables: "settings, people and whatever else is kept to admins" };
}

function saySecondFactor(input: { staffSecondFactor: boolean; unprotected: number }): Finding {
  const part = "second factor";
  if (input.staffSecondFactor) return { part, state: "ok", says: "demanded of staff" };
  if (input.unprotected === 0) return { part, state: "ok", says: "not demanded of staff; every admin has one" };
  const says = `not demanded of staff; ${input.unprotected} admins sign in with a password alone`;
  return { part, state: "missing", says, disables: "protection of the academy where an admin's password is stolen" };
}

function sayCourses(courses: number): Finding {
  if (courses > 0) return { part: "courses", state: "ok", says: `${courses} published` };
  const says = "none is published (npm run academy -- import DIR)";
  return { part: "courses", state: "missing", says, disables: "the catalogue, which is empty" };
}
