import { Link } from "#app/platform/i18n/link.tsx";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ListedVersion } from "../../history/find-versions.server.ts";
import { textHref } from "./text-href.ts";

type VersionListProps = {
  address: { course: string; lesson: string; language: Locale };
  versions: ListedVersion[];
  /** The newest is among them. */
  first: boolean;
  next: string | null;
};

/** The versions of a text: when, by whom and how each came about. */
export function VersionList({ address, versions, first, next }: VersionListProps) {
  const { t } = useTranslation("lesson-text");
  const { moment } = useFormats();
  const history = textHref(address, "/history");
  return (
    <>
      <DataTable
        caption={t("history.caption")}
        captionHidden
        head={[t("history.when"), t("history.who"), t("history.how")]}
        rows={versions.map(({ id, savedAt, by, cause }, i) => ({
          key: id,
          cells: [
            <span key="when" className="flex flex-wrap items-center gap-2">
              <Link
                to={textHref(address, `/history/${id}`)}
                aria-label={t("history.open", { moment: moment(savedAt) })}
                className="underline"
              >
                {moment(savedAt)}
              </Link>
              {first && i === 0 ? <Tag>{t("history.current")}</Tag> : null}
            </span>,
            <bdi key="who">{by ?? t("history.nobody")}</bdi>,
            t(`history.cause.${cause}`),
          ],
        }))}
      />
      <PageLinks
        previous={first ? undefined : history}
        next={next ? `${history}&after=${next}` : undefined}
        labels={{ navigation: t("history.caption"), next: t("history.older"), previous: t("history.newer") }}
        LinkAs={Link}
      />
    </>
  );
}
