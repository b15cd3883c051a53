/** How many places one status list has: the least that the Bitstring Status List of the W3C allows. */
export const LIST_PLACES = 131_072;

/** In which list a certificate's place lies, and where in it. */
export function placeInList(statusPlace: number): { list: number; index: number } {
  return { list: Math.floor(statusPlace / LIST_PLACES), index: statusPlace % LIST_PLACES };
}
