import { isNarrowed, OWN_PACE, type RosterFilters } from "../roster-filters.ts";

/** To whom a message goes, of those who have a place in the course. */
export type Audience =
  | { kind: "all" }
  | { kind: "cohort"; cohortId: string }
  | { kind: "filtered"; filters: RosterFilters }
  | { kind: "learner"; enrolmentId: string };

/** Whom the address of the form names: one learner (`to`), or those whom the roster had found. */
export type Addressed = RosterFilters & { to?: string | undefined };

export function audienceOf({ to, ...filters }: Addressed): Audience {
  if (to) return { kind: "learner", enrolmentId: to };
  if (!isNarrowed(filters)) return { kind: "all" };
  const { q, cohort, state } = filters;
  const aloneCohort = cohort && cohort !== OWN_PACE && !q && !state;
  return aloneCohort ? { kind: "cohort", cohortId: cohort } : { kind: "filtered", filters };
}

const COHORT = "cohort:";

/** An audience as the value of a choice; what only an address can say is `given`. */
export function choiceOf(audience: Audience): string {
  if (audience.kind === "cohort") return COHORT + audience.cohortId;
  return audience.kind === "all" ? "all" : "given";
}

/** The audience of such a value, where `given` is what the address says. */
export function chosenAudience(choice: string, given: Audience): Audience {
  if (choice === "all") return { kind: "all" };
  return choice.startsWith(COHORT) ? { kind: "cohort", cohortId: choice.slice(COHORT.length) } : given;
}
