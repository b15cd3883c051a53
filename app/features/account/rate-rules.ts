import type { RateRule } from "#app/platform/http/rate-limit.server.ts";

// A school may sit behind one address; one e-mail address belongs to one person.
const rule = (name: string, points: number, minutes: number): RateRule => ({ name, points, seconds: minutes * 60 });

export const signInByAddress = rule("sign-in-address", 60, 15);
export const signInByEmail = rule("sign-in-email", 10, 15);
export const signUpByAddress = rule("sign-up-address", 100, 60);
export const mailByAddress = rule("mail-address", 60, 60);
export const mailByEmail = rule("mail-email", 5, 60);
export const codeByAddress = rule("code-address", 60, 15);
export const passwordByPerson = rule("password-person", 10, 15);
export const codeByPerson = rule("code-person", 10, 15);
export const passkeyByAddress = rule("passkey-address", 60, 15);
/** A code of an authenticator app is good for a minute and a half at most; it is taken once. */
export const codeTaken: RateRule = { name: "code-taken", points: 1, seconds: 120 };
