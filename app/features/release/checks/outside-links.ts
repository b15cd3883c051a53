import { finding, type ReleaseCheck, readableTexts } from "./checked-draft.ts";
import { leadsOutside, linksOf } from "./links-of.ts";

/** Links that lead outside and did not answer when they were last tried: others' sites come back, so nothing is kept from release. */
export const outsideLinks: ReleaseCheck = (draft) =>
  readableTexts(draft).flatMap(({ lesson, locale, document }) =>
    linksOf(document).flatMap((address) => {
      const tried = leadsOutside(address) ? draft.outside.get(address) : undefined;
      if (!tried?.failure) return [];
      const values = { address, failure: tried.failure, date: tried.checkedAt.toISOString() };
      return [finding("warning", lesson, { code: "outsideLink", locale, values })];
    }),
  );
