const LETTERS = "bcdfghjkmnpqrstvwxyz";

/** A new id for a part of a question; it says nothing of the part. */
export function newPartId(random: () => number = Math.random): string {
  return Array.from({ length: 8 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join("");
}
