import { withoutLocale } from "./locales.ts";

/** Which words a page needs: each group holds those of `reader`, and `staff` holds all. */
export const messageGroups = ["reader", "account", "sitting", "verifying", "staff"] as const;
export type MessageGroup = (typeof messageGroups)[number];

const STAFF = /^\/(teach|admin)(\/|$)/;
const ACCOUNT =
  /^\/(account|dev|redeem|invitations|courses\/[^/]+\/seats|sign-(up|in|out)|(verify|confirm)-email|(forgotten|reset)-password|unsubscribe)(\/|$)/;

const SITTING = /^\/learn\/[^/]+\/[^/]+\/attempts\//;
const VERIFYING = /^\/(certificates|verify)(\/|$)/;

/** The group of the page at a path; a reader's first page should not wait for the words of rooms she does not enter. */
export function messageGroupOf(pathname: string): MessageGroup {
  const path = withoutLocale(pathname);
  if (STAFF.test(path)) return "staff";
  if (SITTING.test(path)) return "sitting";
  if (VERIFYING.test(path)) return "verifying";
  return ACCOUNT.test(path) ? "account" : "reader";
}
