import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { CourseCounts } from "../count-courses.server.ts";
import { type CourseFilters, catalogueHref, facetNames, isNarrowed } from "../course-filters.ts";
import { useValueNames } from "./course-filters-form.tsx";

/** What narrows the catalogue now, each with the way to do without it. */
export function ActiveFilters({ filters, counts }: { filters: CourseFilters; counts: CourseCounts }) {
  const { t } = useTranslation("course");
  const nameOf = useValueNames();
  if (!isNarrowed(filters)) return null;
  const chosen = facetNames.flatMap((facet) => {
    const value = filters[facet];
    const known = counts.facets[facet].find((candidate) => candidate.value === value);
    return value
      ? [{ key: facet, label: nameOf(facet, value, known), without: { ...filters, [facet]: undefined } }]
      : [];
  });
  const asked = filters.q
    ? [
        {
          key: "q",
          label: t("search.quoted", { q: filters.q }),
          without: { ...filters, q: undefined, sort: undefined },
        },
      ]
    : [];
  return (
    <nav aria-label={t("filter.active")} className="flex flex-wrap items-center gap-2">
      <ul className="flex flex-wrap gap-2">
        {[...asked, ...chosen].map(({ key, label, without }) => (
          <li key={key}>
            <Link
              to={catalogueHref(without)}
              preventScrollReset
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-ink text-sm no-underline hover:bg-tile-tint sm:min-h-9"
            >
              <VisuallyHidden>{t("filter.remove")} </VisuallyHidden>
              <bdi dir="auto">{label}</bdi>
              <Icon name="close" className="size-4 flex-none" />
            </Link>
          </li>
        ))}
      </ul>
      <Link
        to={catalogueHref({ sort: filters.sort })}
        preventScrollReset
        className="inline-flex min-h-11 items-center px-2 text-sm"
      >
        {t("filter.clear")}
      </Link>
    </nav>
  );
}
