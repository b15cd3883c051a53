import { type ChangeEvent, useEffect, useRef } from "react";
import { useSubmit } from "react-router";
import { Form } from "#app/platform/i18n/link.tsx";
import { isLocale, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import type { CourseCounts } from "../count-courses.server.ts";
import { type CourseFilters, courseSorts, effectiveSort, type FacetName, facetNames } from "../course-filters.ts";

type FacetValue = CourseCounts["facets"][FacetName][number];

/** What a filter's value is called in the language of the page. */
export function useValueNames() {
  const { t } = useTranslation("course");
  return (facet: FacetName, value: string, known?: FacetValue): string => {
    if (facet === "level" || facet === "price") return t(`${facet}.${value}`);
    if (facet === "language") return isLocale(value) ? localeNames[value] : value;
    return known?.name?.text ?? value;
  };
}

function sortField(filters: CourseFilters): string {
  const sort = effectiveSort(filters);
  return sort === effectiveSort({ q: filters.q }) ? "" : sort;
}

/** Keeps the fields of a form to what the address says when it changes by a link; the field in use keeps its focus. */
function useFieldsFrom(filters: CourseFilters) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const values = { q: filters.q, sort: sortField(filters), ...pickFacets(filters) };
    for (const [name, value] of Object.entries(values)) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = value ?? "";
    }
  }, [filters]);
  return form;
}

function pickFacets(filters: CourseFilters) {
  return Object.fromEntries(facetNames.map((facet) => [facet, filters[facet]]));
}

/**
 * Searching, filtering and sorting in one GET form, whose answer is an address. Without JavaScript its button sends it;
 * with it a choice takes effect at once.
 */
export function CourseFiltersForm({ filters, counts }: { filters: CourseFilters; counts: CourseCounts }) {
  const { t } = useTranslation("course");
  const submit = useSubmit();
  const nameOf = useValueNames();
  const apply = (event: ChangeEvent<HTMLSelectElement>) => {
    if (event.currentTarget.form) void submit(event.currentTarget.form, { preventScrollReset: true });
  };
  const form = useFieldsFrom(filters);
  const optionsOf = (facet: FacetName): SelectOption[] => {
    const values = counts.facets[facet];
    const chosen = filters[facet];
    const missing =
      chosen && !values.some(({ value }) => value === chosen) ? [{ value: chosen, name: null, count: 0 }] : [];
    return [
      { value: "", label: t(`filter.any.${facet}`) },
      ...[...values, ...missing].map((known) => ({
        value: known.value,
        label: t("filter.option", { name: nameOf(facet, known.value, known), count: known.count }),
        lang: facet === "language" ? known.value : undefined,
      })),
    ];
  };
  // The usual order has no value, so that asking for something brings the order that is usual then.
  const usual = effectiveSort({ q: filters.q });
  const others = courseSorts.filter((sort) => sort !== usual && sort !== "relevance");
  return (
    <Form ref={form} method="get" action="/courses" role="search" className="grid gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label={t("search.label")}
          name="q"
          type="search"
          defaultValue={filters.q}
          maxLength={100}
          enterKeyHint="search"
          className="min-w-56 flex-1"
        />
        <Button type="submit">{t("search.submit")}</Button>
        <Select
          label={t("sort.label")}
          name="sort"
          defaultValue={sortField(filters)}
          options={[
            { value: "", label: t(`sort.${usual}`) },
            ...others.map((sort) => ({ value: sort, label: t(`sort.${sort}`) })),
          ]}
          onChange={apply}
          className="min-w-44 max-sm:w-full"
        />
      </div>
      <details open={facetNames.some((facet) => filters[facet])} className="disclosure course-filters">
        <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-semibold">
          <Icon name="chevron-down" className="disclosure-mark size-5 flex-none text-ink-2" />
          {t("filter.title")}
        </summary>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
          {facetNames.map((facet) => (
            <Select
              key={facet}
              label={t(`filter.${facet}`)}
              name={facet}
              defaultValue={filters[facet] ?? ""}
              options={optionsOf(facet)}
              onChange={apply}
            />
          ))}
        </div>
      </details>
    </Form>
  );
}
