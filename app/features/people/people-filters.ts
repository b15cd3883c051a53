/** Of whom there is a list: all roles, or those who hold one. `staff` are admins and those with a public face as instructors. */
export const peopleRoles = ["learner", "instructor", "admin", "staff"] as const;
export type PeopleRole = (typeof peopleRoles)[number];

/** How an account stands. */
export const peopleStates = ["active", "unverified", "suspended", "merged"] as const;
export type PeopleState = (typeof peopleStates)[number];

export type PeopleFilters = {
  /** A name or an address. */
  q?: string | undefined;
  role?: PeopleRole | undefined;
  state?: PeopleState | undefined;
  /** Those who sign in with a password alone. */
  factor?: "without" | undefined;
  /** Days on which they joined, in the time zone of who looks: ISO dates, both included. */
  from?: string | undefined;
  to?: string | undefined;
};

const filterNames = ["q", "role", "state", "factor", "from", "to"] as const;

export const isNarrowed = (filters: PeopleFilters): boolean => filterNames.some((name) => filters[name] !== undefined);

/** The one address of a list. */
export function peopleHref(filters: PeopleFilters = {}, more: Record<string, string> = {}, file = ""): string {
  const search = new URLSearchParams();
  for (const name of filterNames) {
    const value = filters[name];
    if (value) search.set(name, value);
  }
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const address = `/admin/people${file}`;
  return search.size > 0 ? `${address}?${search}` : address;
}
