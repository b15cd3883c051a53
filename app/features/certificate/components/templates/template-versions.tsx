import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { EditedTemplate } from "../../templates/find-template.server.ts";

/** All versions of a template, the newest first, with who saved each and how many certificates were issued with it. */
export function TemplateVersions({ template }: { template: EditedTemplate }) {
  const { t } = useTranslation("certificate-template");
  const formats = useFormats();
  return (
    <section aria-labelledby="versions" className="mt-12 grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id="versions" className="font-bold font-read text-2xl">
        {t("versions.title")}
      </h2>
      <p className="max-w-prose text-ink-2">{t("versions.lead")}</p>
      <DataTable
        caption={`${t("versions.title")}: ${template.name}`}
        captionHidden
        head={[
          t("versions.version"),
          t("versions.when"),
          t("versions.who"),
          { key: "issued", label: t("versions.issued"), numeric: true },
        ]}
        rows={template.versions.map(({ number, at, by, issued }) => ({
          key: String(number),
          cells: [
            <span key="version" className="flex flex-wrap items-center gap-2">
              <Link
                to={`/admin/certificates/templates/${template.id}/versions/${number}`}
                className="inline-flex min-h-11 items-center sm:min-h-0"
              >
                {t("versions.number", { number })}
              </Link>
              {number === template.number ? <Tag>{t("versions.isNewest")}</Tag> : null}
            </span>,
            formats.moment(at),
            by === null ? "—" : <bdi key="by">{by}</bdi>,
            formats.number(issued),
          ],
        }))}
      />
    </section>
  );
}
