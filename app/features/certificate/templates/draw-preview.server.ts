import { isAdmin } from "#app/platform/access/actor.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findSite } from "#app/platform/site/find-site.server.ts";
import { namesOf } from "#app/platform/site/site-names.ts";
import type { CertificateForm } from "../certificate-forms.ts";
import { renderPreview } from "../document/render-preview.server.ts";
import type { PreviewSubject } from "../document/sample-snapshot.ts";
import { checkDesign } from "./check-design.server.ts";
import { loadTemplateImages } from "./load-images.server.ts";

export type DrawnPreview =
  /** An SVG document. */
  | { result: "drawn"; svg: string }
  /** So many things are wrong with the design. */
  | { result: "invalid"; problems: number };

/**
 * Draws a design as it stands in its editor, by the same layout as the documents, for a sample learner. Throws
 * `notFound` to whoever is no admin.
 */
export async function drawTemplatePreview(
  ctx: Pick<PersonContext, "db" | "actor">,
  { design: given, form, subject }: { design: unknown; form: CertificateForm; subject: PreviewSubject },
): Promise<DrawnPreview> {
  if (!isAdmin(ctx.actor)) throw notFound();
  const checked = await checkDesign(ctx.db, { name: "-", design: given });
  if (!checked.ok) return { result: "invalid", problems: checked.problems.length };
  const { design } = checked;
  const [images, site] = await Promise.all([loadTemplateImages(design), findSite(ctx.db)]);
  const svg = await renderPreview({ design, images, form, subject, names: namesOf(site) });
  return { result: "drawn", svg };
}
