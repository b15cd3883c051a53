import { useId } from "react";
import { localTimeOf } from "#app/platform/clock/local-time.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import type { PricePreview as Answer, ThingPrices } from "../../prices/find-thing-prices.server.ts";
import { pricesHref } from "../../prices/price-address.ts";
import type { PriceQuestion } from "../../prices/price-schema.ts";
import { Amount, Told } from "./price-words.tsx";

type PricePreviewProps = {
  found: ThingPrices;
  countries: readonly SelectOption[];
  question: PriceQuestion;
  answer: Answer;
};

/** «What would somebody from there pay, then, in this cohort?» asked with the rules by which orders are placed. */
export function PricePreview({ found, countries, question, answer }: PricePreviewProps) {
  const { t } = useTranslation("prices");
  const id = useId();
  const { timeZone, locale } = usePageContext().formats;
  const { thing, cohorts } = found;
  return (
    <Card as="section" aria-labelledby={id} className="grid gap-4">
      <h2 id={id} className="font-bold font-read text-xl">
        {t("preview.title")}
      </h2>
      <Form action={pricesHref(thing)} preventScrollReset className="grid items-start gap-4 sm:grid-cols-2">
        <input type="hidden" name="timeZone" value={timeZone} />
        <Select
          name="country"
          label={t("preview.country")}
          options={[{ value: "", label: t("preview.noCountry") }, ...countries]}
          defaultValue={question.country ?? ""}
        />
        {cohorts.length > 0 ? (
          <Select
            name="cohort"
            label={t("form.cohort")}
            options={[
              { value: "", label: t("preview.ownPace") },
              ...cohorts.map(({ id: value, names }) => ({ value, label: pickTranslated(names, locale).text })),
            ]}
            defaultValue={question.cohort ?? ""}
          />
        ) : null}
        <Field
          type="datetime-local"
          name="at"
          label={t("preview.at")}
          hint={t("zone", { zone: timeZone })}
          defaultValue={question.at ? localTimeOf(question.at, timeZone) : ""}
        />
        <div className="sm:col-span-2">
          <Button kind="quiet">{t("preview.submit")}</Button>
        </div>
      </Form>
      <Result thing={thing} answer={answer} />
    </Card>
  );
}

function Result({ thing, answer }: { thing: ThingPrices["thing"]; answer: Answer }) {
  const { t } = useTranslation("prices");
  const { moment } = useFormats();
  const { whole, certificate, at } = answer;
  return (
    <div role="status" className="grid gap-1 rounded-sm bg-tile-tint px-4 py-3">
      <p className="text-ink-2 text-sm">{t("preview.then", { at: moment(at) })}</p>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span>{t(`preview.whole.${thing.kind}`)}</span>
        <strong className="text-lg">{whole ? <Amount {...whole} /> : t("preview.notSold")}</strong>
        {whole?.labels ? <Told text={whole.labels} /> : null}
      </p>
      {certificate ? (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span>{t("for.certificate")}</span>
          <strong>
            <Amount {...certificate} />
          </strong>
          {certificate.labels ? <Told text={certificate.labels} /> : null}
        </p>
      ) : null}
    </div>
  );
}
