/**
 * What each role gets from each route, in the order of `roles`: guest, signed in, enrolled, learner of another
 * course, assistant, instructor, instructor of another course, admin.
 * `o` is the page or the act, `s` is sent to sign in, `m` is sent elsewhere, `-` is 404, `b` is refused as bad input (400),
 * `c` is refused by the state of things (409), `d` is 403.
 */
export type Row = {
  file: string;
  call: "loader" | "action";
  /** Distinguishes the rows of one file. */
  what?: string;
  path: string;
  params?: Record<string, string>;
  form?: Record<string, string>;
  /** What is sent instead of a form. */
  json?: unknown;
  /** Eight letters, one for each role. */
  gets: string;
};
