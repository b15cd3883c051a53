import type { CalendarChoice, DigitsChoice, Role } from "#app/platform/db/generated/enums.ts";

/** Somebody signed in. Loaded from the session by the server; never from what a client says. */
export type Person = {
  id: string;
  sessionId: string;
  name: string;
  email: string;
  emailVerified: boolean;
  role: Role;
  /** Set where the person has a public face as an instructor; what she may do is decided course by course. */
  instructorId: string | null;
  twoFactorEnabled: boolean;
  locale: string | null;
  timeZone: string | null;
  calendar: CalendarChoice;
  digits: DigitsChoice;
  /** Set while an admin looks at the academy as this person; the session is the admin's. Nothing can be done then. */
  viewedBy?: Viewer;
  /** How many notices she has not read, at most a hundred; known where she was loaded from her session. */
  unreadNotices?: number;
};

/** Who looks, and until when. */
export type Viewer = { id: string; name: string; until: Date };

/** Who asks; a guest is null. */
export type Actor = Person | null;

export function isAdmin(actor: Actor): boolean {
  return actor?.role === "admin";
}

/** Somebody who runs the academy or may teach in it: those of whom a second factor can be demanded. */
export function isStaff(actor: Actor): boolean {
  return actor !== null && (actor.role === "admin" || actor.instructorId !== null);
}
