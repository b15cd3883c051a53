import type { SubmissionResult } from "@conform-to/react";
import { writeAmount } from "#app/platform/i18n/amount.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { directionOf, localeNames, locales, pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import type { PriceOfThing, ThingPrices } from "../../prices/find-thing-prices.server.ts";
import { pricesHref } from "../../prices/price-address.ts";
import { Amount, Told, Whom, Window } from "./price-words.tsx";
import { type FormFields, useFormFields } from "./use-form-fields.ts";

type PriceFormProps = {
  found: ThingPrices;
  /** The one that is changed; none for a new one. */
  price?: PriceOfThing | undefined;
  result: SubmissionResult<string[]> | undefined;
  /** Prices beside which what was sent would be ambiguous, by their ids. */
  ambiguous: readonly string[];
};

type PartProps = { found: ThingPrices; price: PriceOfThing | undefined; fields: FormFields };

/** What something costs, for whom and when. */
export function PriceForm({ found, price, result, ambiguous }: PriceFormProps) {
  const { t } = useTranslation("prices");
  const fields = useFormFields(result);
  const part = { found, price, fields };
  return (
    <Form method="post" noValidate className="grid max-w-3xl gap-6">
      <input type="hidden" name="timeZone" value={fields.timeZone} />
      <FormErrors messages={fields.messages} />
      <AmountFields {...part} />
      <BuyerFields {...part} />
      <WindowFields fields={fields} saved={price} hints />
      <LabelFields {...part} />
      <Ambiguous found={found} ids={ambiguous} error={fields.error("accepted")} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("form.save")}</Button>
        <Link to={pricesHref(found.thing)} className={buttonClass({ kind: "plain" })}>
          {t("ui:cancel")}
        </Link>
      </div>
    </Form>
  );
}

function AmountFields({ found, price, fields }: PartProps) {
  const { t } = useTranslation("prices");
  const usual = found.thing.own?.currency ?? found.prices[0]?.currency ?? found.currencies[0] ?? "";
  const currency = price?.currency ?? (found.currencies.some((code) => code === usual) ? usual : found.currencies[0]);
  const codes = [...new Set([...found.currencies, ...(price ? [price.currency] : [])])];
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field
        label={t("form.amount")}
        hint={t("form.amountHint")}
        inputMode="decimal"
        dir="ltr"
        autoComplete="off"
        required
        {...fields.line("amount", price && writeAmount(price.amount, price.currency))}
      />
      <Select
        label={t("form.currency")}
        hint={t("form.currencyHint")}
        options={codes.map((code) => ({ value: code, label: code }))}
        {...fields.line("currency", currency)}
      />
    </div>
  );
}

function BuyerFields({ found, price, fields }: PartProps) {
  const { t } = useTranslation("prices");
  const { locale } = usePageContext().formats;
  const { cohorts, groups, thing } = found;
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {thing.kind === "courses" ? (
        <RadioGroup
          className="sm:col-span-2"
          legend={t("form.for")}
          name="for"
          options={(["place", "certificate"] as const).map((value) => ({
            ...{ value, label: t(`form.forChoice.${value}`), hint: t(`form.forHint.${value}`) },
          }))}
          defaultValue={fields.line("for", price?.for ?? "place").defaultValue || "place"}
          error={fields.error("for")}
        />
      ) : null}
      {cohorts.length > 0 ? (
        <Select
          label={t("form.cohort")}
          hint={t("form.cohortHint")}
          options={[
            { value: "", label: t("form.everyCohort") },
            ...cohorts.map(({ id, names }) => ({ value: id, label: pickTranslated(names, locale).text })),
          ]}
          {...fields.line("cohortId", price?.cohortId)}
        />
      ) : null}
      <Select
        label={t("form.group")}
        hint={groups.length > 0 ? t("form.groupHint") : <Link to="/admin/country-groups/new">{t("groups.add")}</Link>}
        options={[{ value: "", label: t("everybody") }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
        {...fields.line("countryGroupId", price?.countryGroupId)}
      />
    </div>
  );
}

type WindowFieldsProps = {
  fields: FormFields;
  saved: { startsAt: Date | null; endsAt: Date | null } | undefined;
  hints?: boolean;
};

/** From when until when something holds; each may stay empty. */
export function WindowFields({ fields, saved, hints = false }: WindowFieldsProps) {
  const { t } = useTranslation("prices");
  const zone = t("zone", { zone: fields.timeZone });
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field
        type="datetime-local"
        label={t("form.startsAt")}
        hint={zone}
        {...fields.moment("startsAt", saved?.startsAt)}
      />
      <Field
        type="datetime-local"
        label={t("form.endsAt")}
        hint={hints ? t("form.endsAtHint") : zone}
        {...fields.moment("endsAt", saved?.endsAt)}
      />
    </div>
  );
}

function LabelFields({ price, fields }: PartProps) {
  const { t } = useTranslation("prices");
  const open = locales.some((locale) => price?.labels?.[locale] || fields.typed(`labels.${locale}`));
  return (
    <Disclosure summary={t("form.labels")} open={open || fields.error("labels") !== undefined}>
      <p className="pb-3 text-ink-2 text-sm">{t("form.labelsHint")}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {locales.map((locale) => (
          <Field
            key={locale}
            label={localeNames[locale]}
            lang={locale}
            dir={directionOf(locale)}
            maxLength={80}
            {...fields.line(`labels.${locale}`, price?.labels?.[locale])}
          />
        ))}
      </div>
    </Disclosure>
  );
}

/** The prices that would hold beside this one, and the box by which that is accepted. */
function Ambiguous({ found, ids, error }: { found: ThingPrices; ids: readonly string[]; error: string | undefined }) {
  const { t } = useTranslation("prices");
  if (ids.length === 0) return null;
  return (
    <Notice kind="warning" title={t("ambiguous.title")}>
      <p>{t("ambiguous.text")}</p>
      <ul className="grid list-disc gap-1 ps-5">
        {found.prices
          .filter(({ id }) => ids.includes(id))
          .map((price) => (
            <li key={price.id}>
              <strong>
                <Amount {...price} />
              </strong>
              {" · "}
              <Whom
                for={price.for}
                cohort={found.cohorts.find(({ id }) => id === price.cohortId)?.names ?? null}
                group={price.group}
              />
              {" · "}
              <Window startsAt={price.startsAt} endsAt={price.endsAt} />
              {price.labels ? (
                <>
                  {" · "}
                  <Told text={price.labels} />
                </>
              ) : null}
            </li>
          ))}
      </ul>
      <Checkbox name="accepted" value={ids.join(" ")} label={t("ambiguous.accept")} error={error} />
    </Notice>
  );
}
