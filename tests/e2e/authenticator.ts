import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";

const PERIOD_SECONDS = 30;

/** The code that an authenticator app shows now, or so many periods later. */
export function codeOf(key: string, later = 0): Promise<string> {
  const secret = new TextDecoder().decode(base32.decode(key));
  return createOTP(secret).hotp(Math.floor(Date.now() / 1_000 / PERIOD_SECONDS) + later);
}
