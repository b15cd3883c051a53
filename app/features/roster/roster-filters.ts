/**
 * What learners of a course are looked for by. `active` are learning now, the next four are parts of them; who has
 * finished, whose time is over, whose place is suspended, and who has withdrawn stand apart.
 */
export const rosterStates = [
  "active",
  "notBegun",
  "unseen7",
  "unseen14",
  "unseen30",
  "finished",
  "ended",
  "suspended",
  "withdrawn",
] as const;
export type RosterState = (typeof rosterStates)[number];

export const rosterSorts = ["enrolled", "name", "seen", "unseen", "furthest", "least"] as const;
export type RosterSort = (typeof rosterSorts)[number];

/** In the place of a cohort: those who learn at their own pace. */
export const OWN_PACE = "own-pace";

/** Who is looked for; all of it stands in the address. */
export type RosterFilters = {
  q?: string | undefined;
  /** A cohort's id, or `OWN_PACE`. */
  cohort?: string | undefined;
  state?: RosterState | undefined;
};

export type RosterChoice = RosterFilters & { sort: RosterSort };

/** The part of an address that says these choices: names in a fixed order, nothing empty, nothing that goes without saying. */
export function rosterQuery(
  { q, cohort, state, sort }: RosterFilters & { sort?: RosterSort | undefined },
  after?: string,
): string {
  const given = Object.entries({ q, cohort, state, sort: sort === "enrolled" ? undefined : sort, after });
  const chosen = given.flatMap(([name, value]) => (value ? [[name, value]] : []));
  return chosen.length === 0 ? "" : `?${new URLSearchParams(chosen)}`;
}

export const isNarrowed = ({ q, cohort, state }: RosterFilters): boolean => Boolean(q || cohort || state);
