import { Form, Link } from "#app/platform/i18n/link.tsx";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import { type BankFilters, bankHref, bankSorts, filterNames, isNarrowed } from "../../bank/bank-filters.ts";
import type { BankCourse } from "../../bank/open-bank.server.ts";
import type { BankSummary } from "../../bank/summarise-bank.server.ts";
import { categoryOptions } from "./category-options.ts";

type BankSearchProps = { course: BankCourse; filters: BankFilters; summary: BankSummary };

/** What is looked for in the bank; all of it goes into the address, with or without JavaScript. */
export function BankSearch({ course, filters, summary }: BankSearchProps) {
  const { t } = useTranslation("question-bank");
  const chosen = filterNames.filter((name) => filters[name] !== undefined).length;
  return (
    <search>
      <Form
        // The fields show what the address says, also when it changes by a link.
        key={bankHref(course.slug, filters)}
        action={`/teach/${course.slug}/questions`}
        className="mb-6 grid gap-2 rounded border border-line bg-surface p-4"
      >
        <div className="flex flex-wrap items-end gap-3">
          <Field
            className="min-w-0 flex-1 basis-60"
            type="search"
            name="q"
            label={t("search.label")}
            defaultValue={filters.q}
            dir="auto"
          />
          <Button>
            <Icon name="search" /> {t("search.show")}
          </Button>
          {isNarrowed(filters) ? (
            <Link to={bankHref(course.slug)} className={buttonClass({ kind: "plain" })}>
              {t("search.clear")}
            </Link>
          ) : null}
        </div>
        <Disclosure
          open={chosen > 0}
          summary={chosen > 0 ? t("search.filtersChosen", { count: chosen }) : t("search.filters")}
        >
          <Filters course={course} filters={filters} summary={summary} />
        </Disclosure>
      </Form>
    </search>
  );
}

function Filters({ course, filters, summary }: BankSearchProps) {
  const { t, language } = useTranslation("question-bank");
  const any = { value: "", label: t("search.any") };
  const counted = (label: string, count: number) => t("search.counted", { label, count });
  const categories = categoryOptions(summary.categories, (category) => counted(category.name, category.count));
  const types = summary.types
    .map(({ name, count }) => ({ value: name, label: counted(t(`quiz:types.${name}`), count) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  const tags = summary.tags.map(({ name, count }) => ({ value: name, label: counted(name, count) }));
  const languages = course.locales.map((locale) => ({
    value: locale,
    label: t("search.lacks", { language: localeNames[locale] }),
  }));
  return (
    <div className="grid gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-3">
      <Select
        name="category"
        label={t("category")}
        options={[any, { value: "none", label: counted(t("noCategory"), summary.uncategorised) }, ...categories]}
        defaultValue={filters.category}
      />
      <Select name="type" label={t("type")} options={[any, ...types]} defaultValue={filters.type} />
      <Select name="tag" label={t("tag")} options={[any, ...tags]} defaultValue={filters.tag} />
      <Select
        name="languages"
        label={t("languages")}
        options={[any, { value: "whole", label: t("search.whole") }, ...languages]}
        defaultValue={filters.languages}
      />
      <Select
        name="used"
        label={t("search.used")}
        options={[any, { value: "yes", label: t("search.usedYes") }, { value: "no", label: t("search.usedNo") }]}
        defaultValue={filters.used}
      />
      <Select
        name="removed"
        label={t("search.removed")}
        options={[
          { value: "", label: t("search.present") },
          { value: "yes", label: counted(t("search.removedYes"), summary.removed) },
        ]}
        defaultValue={filters.removed}
      />
      <Select
        name="sort"
        label={t("search.sort")}
        options={bankSorts.map((sort) => ({ value: sort, label: t(`search.sorts.${sort}`) }))}
        defaultValue={filters.sort}
      />
    </div>
  );
}
