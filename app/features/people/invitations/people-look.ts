/** What would become of a line: a mail, or why none. */
export const standings = ["ok", "badAddress", "repeated", "invited", "hasAccount"] as const;
export type Standing = (typeof standings)[number];

export type LookedAtPerson = { line: number; name: string; address: string; standing: Standing };

/** What inviting would do, with those who would be written to packed for the form that says so. */
export type PeopleLook = {
  rows: LookedAtPerson[];
  /** Lines that are not shown. */
  more: number;
  counts: Record<Standing, number>;
  packed: string;
};
