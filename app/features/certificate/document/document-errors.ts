import { ExpectedError } from "#app/platform/errors/errors.ts";

/** The certificate is issued, and not signed yet: some seconds later it is. */
export function notSignedYet(): ExpectedError {
  return new ExpectedError({ code: "notSignedYet", messageKey: "certificate-document:wait.unsigned", status: 503 });
}
