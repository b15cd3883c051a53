import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import type { RuleList } from "../../rules/find-rules.server.ts";
import { type RuleFilters, rulesHref } from "../../rules/rule-filters.ts";

const kinds = ["courses", "programmes"] as const;
const rules = ["automatic", "approval", "none"] as const;

/** Courses or programmes, and which of them are shown; all of it goes into the address. */
export function RuleSearch({ filters, templates }: { filters: RuleFilters; templates: RuleList["templates"] }) {
  const { t } = useTranslation("certificate-template");
  const { kind, q, template, rule } = filters;
  const any = { value: "", label: t("rules.any") };
  return (
    <search className="mb-6 grid gap-4">
      <nav aria-label={t("rules.kinds")} className="flex flex-wrap gap-2">
        {kinds.map((one) => (
          <Link
            key={one}
            to={rulesHref({ ...filters, kind: one })}
            aria-current={one === kind ? "true" : undefined}
            className={buttonClass({ kind: one === kind ? "primary" : "quiet", size: "s" })}
          >
            {t(`rules.${one}`)}
          </Link>
        ))}
      </nav>
      <Form
        // The fields show what the address says, also when it changes by a link.
        key={rulesHref(filters)}
        action="/admin/certificates/rules"
        className="grid items-end gap-3 rounded border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]"
      >
        <input type="hidden" name="kind" value={kind} />
        <Field type="search" name="q" label={t("rules.search")} defaultValue={q} dir="auto" />
        <Select
          name="rule"
          label={t("rules.rule")}
          options={[any, ...rules.map((value) => ({ value, label: t(`rules.choice.${value}`) }))]}
          defaultValue={rule}
        />
        <Select
          name="template"
          label={t("rules.template")}
          options={[any, ...templates.map(({ id, name }) => ({ value: id, label: name }))]}
          defaultValue={template}
        />
        <div className="flex flex-wrap gap-2">
          <Button>
            <Icon name="search" /> {t("rules.show")}
          </Button>
          {q || template || rule ? (
            <Link to={rulesHref({ kind })} className={buttonClass({ kind: "plain" })}>
              {t("rules.clear")}
            </Link>
          ) : null}
        </div>
      </Form>
    </search>
  );
}
