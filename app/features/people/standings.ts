import type { PeopleState } from "./people-filters.ts";

type Facts = {
  role: "learner" | "admin";
  teaches: boolean;
  suspended: boolean;
  merged: boolean;
  emailVerified: boolean;
};

/** What somebody is in the academy, and how her account stands. */
export function standingsOf({ role, teaches, suspended, merged, emailVerified }: Facts): {
  roles: ("learner" | "instructor" | "admin")[];
  state: PeopleState;
} {
  const roles = [...(role === "admin" ? ["admin" as const] : []), ...(teaches ? ["instructor" as const] : [])];
  const state = merged ? "merged" : suspended ? "suspended" : emailVerified ? "active" : "unverified";
  return { roles: roles.length > 0 ? roles : ["learner"], state };
}
