import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FieldError } from "#app/ui/field-parts.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { CurrencyInList } from "../../prices/currencies.server.ts";
import { useFormFields } from "./use-form-fields.ts";

type Named = CurrencyInList & { name: string };

/** In what the academy sells. */
export function CurrencyForm({
  currencies,
  result,
}: {
  currencies: readonly Named[];
  result: SubmissionResult<string[]> | undefined;
}) {
  const { t } = useTranslation("prices");
  const fields = useFormFields(result);
  const saved = currencies.filter(({ used }) => used).map(({ code }) => code);
  const ticked = fields.ticked("currencies", saved);
  const error = fields.error("currencies");
  return (
    <Form method="post" className="grid gap-4">
      <FormErrors messages={fields.messages} />
      <fieldset className="grid gap-3" aria-describedby={error ? "currencies-error" : undefined}>
        <legend className="sr-only">{t("rooms.currencies")}</legend>
        <FieldError id="currencies">{error}</FieldError>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-4 rounded border border-line bg-surface px-4 py-2">
          {currencies.map((currency) => (
            <Box key={currency.code} currency={currency} ticked={ticked.has(currency.code)} />
          ))}
        </ul>
      </fieldset>
      <div>
        <Button>{t("form.save")}</Button>
      </div>
    </Form>
  );
}

function Box({ currency: { code, name, count, atStripe }, ticked }: { currency: Named; ticked: boolean }) {
  const { t } = useTranslation("prices");
  const notes = [
    ...(count > 0 ? [t("currencies.inUse", { count })] : []),
    ...(atStripe ? [] : [t("currencies.notAtStripe")]),
  ];
  return (
    <li>
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input type="checkbox" name="currencies" value={code} defaultChecked={ticked} className="choice" />
        <span>
          <span dir="ltr" className="font-mono text-sm">
            {code}
          </span>{" "}
          <bdi>{name}</bdi>
          {notes.length > 0 ? <span className="block text-ink-2 text-sm">{notes.join(" · ")}</span> : null}
        </span>
      </label>
    </li>
  );
}
