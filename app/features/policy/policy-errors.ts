import { ExpectedError } from "#app/platform/errors/errors.ts";

type Code = "slugTaken" | "changedMeanwhile" | "nothingToPublish" | "sameAsBefore" | "summaryMissing" | "published";

/** Refuses what an admin does with a policy. */
export function policyRefused(code: Code): ExpectedError {
  const status = code === "changedMeanwhile" || code === "slugTaken" ? 409 : 422;
  return new ExpectedError({ code, messageKey: `policy-admin:errors.${code}`, status });
}
