import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Each has a message `course-settings:errors.<code>`. */
export type SettingsRefusal =
  | "slugTaken"
  | "noSubject"
  | "noPicture"
  | "sourceLanguage"
  | "fewSeats"
  | "currencyNotUsed"
  | "cohortInUse"
  | "noCourse"
  | "circle";

export function settingsRefused(code: SettingsRefusal, values?: Record<string, number>): ExpectedError {
  return new ExpectedError({ code, messageKey: `course-settings:errors.${code}`, status: 422, values });
}

/** The field beside which each is said. */
export const fieldsOfRefusals: Record<SettingsRefusal, string | undefined> = {
  slugTaken: "slug",
  noSubject: "subject",
  noPicture: "cover",
  sourceLanguage: "language",
  fewSeats: "seats",
  currencyNotUsed: "currency",
  cohortInUse: undefined,
  noCourse: "prerequisite",
  circle: "prerequisite",
};
