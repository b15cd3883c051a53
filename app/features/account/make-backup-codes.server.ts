import { randomInt } from "node:crypto";

// Without letters and digits that are taken for one another on paper.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten codes, each to be used once instead of an authenticator app: `abcde-fghjk`. */
export function makeBackupCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join("");
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
}
