import type { MessageValues } from "#app/platform/i18n/message-key.ts";
import type { CertificateForm } from "../../certificate-forms.ts";
import type { PreviewSubject } from "../../document/sample-snapshot.ts";
import type { AddedImage } from "../../templates/add-image.server.ts";
import type { DrawnPreview } from "../../templates/draw-preview.server.ts";
import type { SavedTemplate } from "../../templates/save-template.server.ts";
import type { TemplateDesign } from "../../templates/template-design.ts";
import type { OpenedTemplate, TemplateDraft } from "./template-draft.ts";

/**
 * What went wrong on the way:
 * - `away`: the academy could not be reached; nothing is lost, it can be sent again
 * - `shut`: the session is over, or the template is gone
 */
export type Failed = { result: "away" | "shut" };

async function send<Answer>(address: string, body: BodyInit): Promise<Answer | Failed> {
  try {
    const response = await fetch(address, { method: "POST", body });
    if (response.status >= 500 || response.status === 429) return { result: "away" };
    if (!response.headers.get("content-type")?.includes("json")) return { result: "shut" };
    return await response.json();
  } catch {
    // The line is dead, or ended in the middle of the answer.
    return { result: "away" };
  }
}

export const sendSave = (templateId: string, { opened, ...draft }: TemplateDraft & { opened: OpenedTemplate }) =>
  send<SavedTemplate>(`/resources/certificate-templates/${templateId}`, JSON.stringify({ ...draft, opened }));

export const sendPreview = (order: { design: TemplateDesign; form: CertificateForm; subject: PreviewSubject }) =>
  send<DrawnPreview>("/resources/certificate-preview", JSON.stringify(order));

export type SentImage =
  | { result: "added"; image: AddedImage }
  | { result: "refused"; messageKey: string; values: MessageValues };

export function sendImage(image: File): Promise<SentImage | Failed> {
  const form = new FormData();
  form.append("image", image);
  return send<SentImage>("/resources/certificate-images", form);
}
