import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import { type AuditFilters, auditHref, isNarrowed, SYSTEM } from "../../audit/audit-filters.ts";
import type { AuditSubject } from "../../audit/name-subjects.server.ts";
import { useAuditWords } from "./use-audit-words.tsx";

type AuditFilterProps = {
  filters: AuditFilters;
  choices: { actions: string[]; types: string[] };
  people: readonly AuditSubject[];
};

/** What comes by links alone, and is kept beside what is asked for. */
const linked = ["actor", "person", "subject", "request"] as const;

/** What is looked for in the log; all of it goes into the address. */
export function AuditFilter({ filters, choices, people }: AuditFilterProps) {
  const { t, language } = useTranslation("audit");
  const words = useAuditWords();
  const any = { value: "", label: t("filter.any") };
  const named = (values: readonly string[], label: (value: string) => string) => [
    any,
    ...values
      .map((value) => ({ value, label: label(value) }))
      // By the order of the page's language: server and browser may have another one of their own.
      .sort((one, other) => one.label.localeCompare(other.label, language)),
  ];
  return (
    <search>
      <Form
        // The fields show what the address says, also when it changes by a link.
        key={auditHref(filters)}
        action="/admin/audit"
        className="mb-4 grid gap-4 rounded border border-line bg-surface p-4"
      >
        {linked.map((name) =>
          filters[name] ? <input key={name} type="hidden" name={name} value={filters[name]} /> : null,
        )}
        <Field
          type="search"
          name="q"
          label={t("filter.search")}
          hint={t("filter.searchHint")}
          defaultValue={filters.q}
          maxLength={200}
          dir="auto"
        />
        <div className="grid items-end gap-4 min-[23rem]:grid-cols-2 lg:grid-cols-4">
          <Select
            name="action"
            label={t("filter.act")}
            options={named(choices.actions, words.act)}
            defaultValue={filters.action}
          />
          <Select
            name="type"
            label={t("filter.thing")}
            options={named(choices.types, words.thing)}
            defaultValue={filters.type}
          />
          <Field
            className="min-[23rem]:max-sm:col-span-2"
            type="date"
            name="from"
            label={t("filter.from")}
            defaultValue={filters.from}
          />
          <Field
            className="min-[23rem]:max-sm:col-span-2"
            type="date"
            name="until"
            label={t("filter.until")}
            defaultValue={filters.until}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button>
            <Icon name="search" /> {t("filter.show")}
          </Button>
          {isNarrowed(filters) ? (
            <Link to={auditHref()} className={buttonClass({ kind: "plain" })}>
              {t("filter.clear")}
            </Link>
          ) : null}
        </div>
      </Form>
      <LinkedFilters filters={filters} people={people} />
    </search>
  );
}

/** What a link narrowed the log to, each with a way to take it away. */
function LinkedFilters({ filters, people }: Pick<AuditFilterProps, "filters" | "people">) {
  const { t } = useTranslation("audit");
  const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.name ?? id;
  const shown = { ...filters, actor: filters.actor === SYSTEM ? t("system") : nameOf(filters.actor) };
  const texts = { ...shown, person: nameOf(filters.person) };
  const chosen = linked.filter((name) => filters[name] !== undefined);
  if (chosen.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-wrap gap-2">
      {chosen.map((name) => (
        <li key={name}>
          <Link
            to={auditHref({ ...filters, [name]: undefined })}
            className="inline-flex min-h-11 items-center gap-2 rounded-full bg-tile-tint px-4 text-sm [overflow-wrap:anywhere]"
          >
            <span>
              {t(`filter.${name}`)} <bdi className="font-semibold">{texts[name]}</bdi>
            </span>
            <Icon name="close" />
            <span className="sr-only">{t("filter.remove")}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
