/** As many seats as one order may be for. */
export const MOST_SEATS = 500;
