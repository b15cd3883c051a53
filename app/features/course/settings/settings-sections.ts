/** The parts of a course's settings, each a screen of its own. */
export const settingsSections = ["catalogue", "languages", "enrolment", "cohorts", "completion", "visibility"] as const;
export type SettingsSection = (typeof settingsSections)[number];

export function settingsHref(course: string, section: SettingsSection): string {
  return `/teach/${course}/settings${section === "catalogue" ? "" : `?section=${section}`}`;
}
