import { openKeptStore } from "#app/platform/browser/kept-store.ts";

/** Addresses that were written and not looked at yet, by the person and the group. */
export const keptInvitees = openKeptStore<{ text: string }>("maqdis-groups", "invitees");
