import { useMemo, useState } from "react";
import { useRevalidator } from "react-router";
import { useKept } from "#app/platform/browser/use-kept.ts";
import type { SavedTemplate } from "../../templates/save-template.server.ts";
import type { TemplateDesign } from "../../templates/template-design.ts";
import { keptTemplates } from "./kept-templates.ts";
import { type Failed, sendSave } from "./send-template.ts";
import { isSameDraft, type OpenedTemplate, type TemplateDraft } from "./template-draft.ts";

/** A template as the server gave it to its editor. */
export type OpenTemplate = TemplateDraft & { id: string; number: number };

type Sent = SavedTemplate | Failed | { result: "sending" };

/**
 * A template while it is changed: kept on the device until it is saved, and saved only over what it was made from.
 * `owner` is the id of the person, since a device may be shared.
 */
export function useTemplateDraft({ owner, template }: { owner: string; template: OpenTemplate }) {
  const { id, name, number, design } = template;
  const [draft, setDraft] = useState<TemplateDraft>({ name, design });
  const [base, setBase] = useState({ draft, opened: { name, number } });
  const [restored, setRestored] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const { revalidate } = useRevalidator();
  const dirty = !isSameDraft(draft, base.draft);
  useKept({
    store: keptTemplates,
    key: `${owner}/${id}`,
    kept: useMemo(() => (dirty ? { draft, opened: base.opened } : null), [dirty, draft, base.opened]),
    restore: (kept) => {
      if (isSameDraft(kept.draft, { name, design })) return;
      setDraft(kept.draft);
      setBase({ draft: { name, design }, opened: kept.opened });
      setRestored(true);
    },
  });
  const save = async (opened: OpenedTemplate = base.opened) => {
    setSent({ result: "sending" });
    const answer = await sendSave(id, { ...draft, opened });
    setSent(answer);
    if (answer.result === "saved") {
      setRestored(false);
      setBase({ draft, opened: { name: answer.name, number: answer.number } });
    }
    // What somebody else saved is shown beside what is written here.
    if (answer.result === "conflict" || answer.result === "saved") await revalidate();
  };
  return {
    ...{ draft, dirty, sent, restored, save },
    rename: (to: string) => setDraft((before) => ({ ...before, name: to })),
    change: (changed: Partial<TemplateDesign>) =>
      setDraft((before) => ({ ...before, design: { ...before.design, ...changed } })),
    /** Throws away what was changed here and begins from what is saved. */
    takeSaved: () => {
      setDraft({ name, design });
      setBase({ draft: { name, design }, opened: { name, number } });
      setRestored(false);
      setSent(null);
    },
    /** Saves mine over what somebody else saved, now that it was shown. */
    saveOver: () => save({ name, number }),
  };
}

export type TemplateDraftState = ReturnType<typeof useTemplateDraft>;
