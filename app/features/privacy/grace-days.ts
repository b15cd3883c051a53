/** So long whoever asked for her account to be deleted may change her mind, in days. */
export const GRACE_DAYS = 14;
