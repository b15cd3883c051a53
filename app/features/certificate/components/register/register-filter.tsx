import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import type { Achievement } from "../../register/find-achievements.server.ts";
import { certificateCauses, isNarrowed, type RegisterFilters, registerHref } from "../../register/register-filters.ts";

type RegisterFilterProps = { filters: RegisterFilters; achievements: readonly Achievement[] };

/** What is looked for in the register; all of it goes into the address. */
export function RegisterFilter({ filters, achievements }: RegisterFilterProps) {
  const { t } = useTranslation("certificate-admin");
  const more = [filters.for, filters.cause, filters.from, filters.until].filter((value) => value !== undefined).length;
  return (
    <search>
      <Form
        // The fields show what the address says, also when it changes by a link.
        key={registerHref(filters)}
        action="/admin/certificates"
        className="mb-6 grid gap-2 rounded border border-line bg-surface p-4"
      >
        {filters.status ? <input type="hidden" name="status" value={filters.status} /> : null}
        <div className="flex flex-wrap items-end gap-3">
          <Field
            className="min-w-0 flex-1 basis-60"
            type="search"
            name="q"
            label={t("register.search")}
            hint={t("register.searchHint")}
            defaultValue={filters.q}
            maxLength={200}
            dir="auto"
          />
          <Button>
            <Icon name="search" /> {t("register.show")}
          </Button>
          {isNarrowed(filters) ? (
            <Link to={registerHref()} className={buttonClass({ kind: "plain" })}>
              {t("register.clear")}
            </Link>
          ) : null}
        </div>
        <Disclosure
          open={more > 0}
          summary={more > 0 ? t("register.filtersChosen", { count: more }) : t("register.filters")}
        >
          <MoreFilters filters={filters} achievements={achievements} />
        </Disclosure>
      </Form>
    </search>
  );
}

function MoreFilters({ filters, achievements }: RegisterFilterProps) {
  const { t } = useTranslation("certificate-admin");
  const any = { value: "", label: t("register.any") };
  return (
    <div className="grid gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-4">
      <Select
        name="for"
        label={t("achievement.label")}
        options={[
          any,
          ...achievements.map(({ kind, slug, title }) => ({
            value: `${kind}:${slug}`,
            label: t(`achievement.named.${kind}`, { title }),
          })),
        ]}
        defaultValue={filters.for}
      />
      <Select
        name="cause"
        label={t("cause.label")}
        options={[any, ...certificateCauses.map((value) => ({ value, label: t(`cause.${value}`) }))]}
        defaultValue={filters.cause}
      />
      <Field type="date" name="from" label={t("register.from")} defaultValue={filters.from} />
      <Field type="date" name="until" label={t("register.until")} defaultValue={filters.until} />
    </div>
  );
}
