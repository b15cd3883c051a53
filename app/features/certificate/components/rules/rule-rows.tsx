import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { RuleInList, RuleList } from "../../rules/find-rules.server.ts";
import type { RuleKind } from "../../rules/rule-schema.ts";
import { useRuleSentence } from "./rule-sentence.tsx";

const rules = ["automatic", "approval", "none"] as const;

type RuleRowsProps = {
  kind: RuleKind;
  rules: readonly RuleInList[];
  templates: RuleList["templates"];
  /** What was refused, of the one it was sent for. */
  result: SubmissionResult<string[]> | undefined;
};

/** Each course or programme with what it brings, and the form that changes it. */
export function RuleRows({ kind, rules: rows, templates, result }: RuleRowsProps) {
  return (
    <ul className="grid gap-3">
      {rows.map((row) => {
        const refused = result?.initialValue?.id === row.id ? result : undefined;
        return <RuleRow key={row.id} kind={kind} row={row} templates={templates} result={refused} />;
      })}
    </ul>
  );
}

function RuleRow({ kind, row, templates, result }: { row: RuleInList } & Omit<RuleRowsProps, "rules">) {
  const { t } = useTranslation("certificate-template");
  const sentence = useRuleSentence();
  const named = templates.find(({ id }) => id === row.templateId)?.name;
  return (
    <li className="rounded border border-line bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 font-bold font-read text-lg">
          <LocalText value={{ text: row.title, locale: row.titleLocale }} />
        </h2>
        {row.published ? null : <Tag kind="plain">{t("rules.unpublished")}</Tag>}
      </div>
      <p className="text-ink-2">
        {sentence(row)}
        {row.rule === "none" ? null : (
          <>
            {" "}
            {t("rules.looks")} <bdi>{named ?? t("rules.usual")}</bdi>
          </>
        )}
      </p>
      {/* What was refused is there to be mended; what was saved begins from what is saved. */}
      <Disclosure
        key={`${row.rule}/${row.templateId}/${row.months}/${row.paid}`}
        summary={t("rules.change")}
        open={Boolean(result)}
      >
        <RuleForm kind={kind} row={row} templates={templates} result={result} />
      </Disclosure>
    </li>
  );
}

function RuleForm({ kind, row, templates, result }: { row: RuleInList } & Omit<RuleRowsProps, "rules">) {
  const { t } = useTranslation("certificate-template");
  const { field, form, typed } = useFormErrors(result);
  const usual = templates.find(({ isDefault }) => isDefault)?.name ?? "";
  return (
    <Form
      method="post"
      preventScrollReset
      className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]"
    >
      <FormErrors messages={form} />
      <input type="hidden" name="id" value={row.id} />
      <Select
        name="rule"
        label={t("rules.rule")}
        options={rules.map((value) => ({ value, label: t(`rules.choice.${value}`) }))}
        defaultValue={typed("rule") ?? row.rule}
        error={field("rule")}
      />
      <Select
        name="templateId"
        label={t("rules.template")}
        options={[
          { value: "", label: t("rules.asUsual", { name: usual }) },
          ...templates.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={typed("templateId") ?? row.templateId ?? ""}
        error={field("templateId")}
      />
      <Field
        type="number"
        name="months"
        label={t("rules.months")}
        hint={t("rules.monthsHint")}
        inputMode="numeric"
        min={1}
        max={600}
        defaultValue={typed("months") ?? row.months ?? ""}
        error={field("months")}
      />
      <Button className="justify-self-start">{t("rules.save")}</Button>
      {kind === "courses" ? (
        <Checkbox
          className="sm:col-span-2 lg:col-span-4"
          name="paid"
          value="yes"
          label={t("rules.paid")}
          hint={t("rules.paidHint")}
          defaultChecked={result ? typed("paid") === "yes" : row.paid}
        />
      ) : null}
    </Form>
  );
}
