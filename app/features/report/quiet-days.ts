/** Who was not seen for so many days does not go on, as far as reports can tell. */
export const QUIET_DAYS = 14;
