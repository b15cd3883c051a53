/** What the list of courses shows: those being made and those learned in, or of one state; `deleted` are in their grace. */
export const taughtFilters = ["current", "draft", "published", "archived", "deleted"] as const;
export type TaughtFilter = (typeof taughtFilters)[number];
