import { Form, Link } from "#app/platform/i18n/link.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import { isNarrowed, type ScholarshipFilters, scholarshipsHref } from "../../../scholarships/scholarship-filters.ts";

type ScholarshipFilterProps = {
  filters: ScholarshipFilters;
  courses: readonly { slug: string; titles: Translated }[];
  funds: readonly { id: string; name: string }[];
};

/** What is looked for among scholarships; all of it goes into the address. */
export function ScholarshipFilter({ filters, courses, funds }: ScholarshipFilterProps) {
  const { t } = useTranslation("scholarship-admin");
  const { locale } = usePageContext().formats;
  const any = { value: "", label: t("list.any") };
  return (
    <search>
      <Form
        // The fields show what the address says, also when it changes by a link.
        key={scholarshipsHref(filters)}
        action="/admin/scholarships"
        className="mb-6 flex flex-wrap items-end gap-3 rounded border border-line bg-surface p-4"
      >
        {filters.status === "waiting" ? null : <input type="hidden" name="status" value={filters.status} />}
        <Field
          className="min-w-0 flex-1 basis-60"
          type="search"
          name="q"
          label={t("list.search")}
          defaultValue={filters.q}
          maxLength={200}
          dir="auto"
        />
        <Select
          className="min-w-0 flex-1 basis-48"
          name="course"
          label={t("list.course")}
          options={[
            any,
            ...courses.map(({ slug, titles }) => ({ value: slug, label: pickTranslated(titles, locale).text })),
          ]}
          defaultValue={filters.course}
        />
        <Select
          className="min-w-0 flex-1 basis-48"
          name="fund"
          label={t("list.fund")}
          options={[
            any,
            { value: "none", label: t("fund.none") },
            ...funds.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={filters.fund}
        />
        <Button>
          <Icon name="search" /> {t("list.show")}
        </Button>
        {isNarrowed(filters) ? (
          <Link to={scholarshipsHref({ status: filters.status })} className={buttonClass({ kind: "plain" })}>
            {t("list.clear")}
          </Link>
        ) : null}
      </Form>
    </search>
  );
}
