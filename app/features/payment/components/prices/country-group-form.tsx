import type { SubmissionResult } from "@conform-to/react";
import { type ChangeEvent, useRef } from "react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { FieldError } from "#app/ui/field-parts.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { CountryGroupInList } from "../../prices/country-groups.server.ts";
import { useFormFields } from "./use-form-fields.ts";

type Choice = { value: string; label: string };

type CountryGroupFormProps = {
  group: CountryGroupInList | undefined;
  countries: readonly Choice[];
  result: SubmissionResult<string[]> | undefined;
};

/** What a group of countries is called, and which they are. */
export function CountryGroupForm({ group, countries, result }: CountryGroupFormProps) {
  const { t } = useTranslation("prices");
  const fields = useFormFields(result);
  return (
    <Form method="post" noValidate className="grid gap-6">
      <input type="hidden" name="intent" value="save" />
      <FormErrors messages={fields.messages} />
      <Field
        className="max-w-md"
        label={t("groups.name")}
        hint={t("groups.nameHint")}
        dir="auto"
        maxLength={80}
        required
        {...fields.line("name", group?.name)}
      />
      <Countries
        countries={countries}
        ticked={fields.ticked("countries", group?.countries ?? [])}
        error={fields.error("countries")}
      />
      <div className="flex flex-wrap gap-3">
        <Button>{t("form.save")}</Button>
        <Link to="/admin/country-groups" className={buttonClass({ kind: "plain" })}>
          {t("ui:cancel")}
        </Link>
      </div>
    </Form>
  );
}

type CountriesProps = { countries: readonly Choice[]; ticked: ReadonlySet<string>; error: string | undefined };

/** All countries with a box each; those that are ticked first. With JavaScript they are narrowed by typing. */
function Countries({ countries, ticked, error }: CountriesProps) {
  const { t } = useTranslation("prices");
  const list = useRef<HTMLUListElement>(null);
  const narrow = (event: ChangeEvent<HTMLInputElement>) => {
    const wanted = event.target.value.trim().toLocaleLowerCase();
    for (const item of list.current?.children ?? []) {
      // What is ticked stays in sight: it will be sent.
      const shown = item.textContent?.toLocaleLowerCase().includes(wanted) || item.querySelector("input:checked");
      if (item instanceof HTMLElement) item.hidden = !shown;
    }
  };
  const sorted = countries.toSorted((a, b) => Number(ticked.has(b.value)) - Number(ticked.has(a.value)));
  return (
    <fieldset className="grid gap-3" aria-describedby={error ? "countries-error" : undefined}>
      <legend className="font-semibold">{t("groups.countries")}</legend>
      <Field
        className="max-w-md"
        name="find"
        type="search"
        form="nothing"
        label={t("groups.find")}
        dir="auto"
        onChange={narrow}
      />
      <FieldError id="countries">{error}</FieldError>
      <ul
        ref={list}
        className="grid max-h-96 grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-4 overflow-y-auto rounded border border-line bg-surface px-4 py-2"
      >
        {sorted.map(({ value, label }) => (
          <li key={value}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                name="countries"
                value={value}
                defaultChecked={ticked.has(value)}
                className="choice mt-0"
              />
              <span>{label}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
