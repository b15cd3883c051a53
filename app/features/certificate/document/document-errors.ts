import { ExpectedError } from "#app/platform/errors/errors.ts";

/** So many documents wait to be made that one more would wait too long. */
export function documentBusy(): ExpectedError {
  return new ExpectedError({ code: "documentBusy", messageKey: "certificate-document:wait.busy", status: 503 });
}

/** The certificate is issued, and not signed yet: some seconds later it is. */
export function notSignedYet(): ExpectedError {
  return new ExpectedError({ code: "notSignedYet", messageKey: "certificate-document:wait.unsigned", status: 503 });
}
