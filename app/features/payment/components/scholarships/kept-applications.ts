import { openKeptStore } from "#app/platform/browser/kept-store.ts";

/** What was written of an application and not sent yet, by the person and the course. */
export const keptApplications = openKeptStore<{ text: string }>("maqdis-applications", "applications");
