import { openKeptStore } from "#app/platform/browser/kept-store.ts";
import type { OpenedTemplate, TemplateDraft } from "./template-draft.ts";

/** What was changed and not saved yet, kept on the device, with what it was made from. */
type KeptTemplate = { draft: TemplateDraft; opened: OpenedTemplate };

export const keptTemplates = openKeptStore<KeptTemplate>("maqdis-template-editor", "templates");
