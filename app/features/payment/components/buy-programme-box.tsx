import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { ProgrammeBuying } from "../checkout/find-programme-buying.server.ts";
import { OWN_PACE, writeShown } from "../checkout/offered-choices.ts";
import { PriceNote, Special } from "./buy-price.tsx";
import { PayFields } from "./pay-fields.tsx";
import { SumLine } from "./sum-line.tsx";
import { WaitingOrder } from "./waiting-order.tsx";

type BuyProgrammeBoxProps = { buying: ProgrammeBuying; result?: SubmissionResult<string[]> };

/** How to buy all of a programme at once, with what she has of it taken off. `result` is what the action refused. */
export function BuyProgrammeBox({ buying, result }: BuyProgrammeBoxProps) {
  const { t } = useTranslation("payment");
  const { slug, price, deductions, amount, missing } = buying;
  return (
    <section
      aria-labelledby="buy-programme"
      className="grid gap-4 rounded border border-line bg-surface p-5 shadow-card sm:p-6"
    >
      <h2 id="buy-programme" className="font-bold font-read text-2xl">
        {t("programme.title")}
      </h2>
      {buying.waiting ? <WaitingOrder waiting={buying.waiting} /> : null}
      {!buying.waiting && missing === 0 ? <p>{t("programme.hasAll")}</p> : null}
      {!buying.waiting && missing > 0 ? (
        <Form method="post" action={`/programmes/${slug}`} className="grid gap-4">
          <input type="hidden" name="intent" value="buy" />
          <input type="hidden" name="shown" value={writeShown([{ value: OWN_PACE, price: { ...price, amount } }])} />
          <p>{t("programme.text", { count: missing })}</p>
          {deductions.length > 0 ? (
            <>
              <Special price={price} />
              <Reckoning buying={buying} />
            </>
          ) : (
            <PriceNote price={price} instead={price} />
          )}
          <Terms buying={buying} result={result} />
        </Form>
      ) : null}
    </section>
  );
}

function Terms({ buying, result }: BuyProgrammeBoxProps) {
  const { t } = useTranslation("payment");
  const errors = useFormErrors(result);
  return (
    <>
      <FormErrors messages={errors.form} />
      <PayFields checkout={buying.checkout} nothingToPay={buying.amount === 0} errors={errors} />
      <Button className="justify-self-start">{t("programme.submit")}</Button>
    </>
  );
}

/** The price, line by line: the whole, what is taken off for each course that she has, and what is left. */
function Reckoning({ buying: { price, deductions, amount } }: { buying: ProgrammeBuying }) {
  const { t } = useTranslation("payment");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const money = (minor: number) => <bdi>{formats.money(minor, price.currency)}</bdi>;
  return (
    <dl className="max-w-xl">
      <SumLine label={t("programme.whole")}>{money(price.amount)}</SumLine>
      {deductions.map(({ titles, amount: off }) => {
        const title = pickTranslated(titles, locale);
        return (
          <SumLine
            key={title.text}
            label={
              <>
                {t("order.deducted")} <LocalText value={title} />
              </>
            }
          >
            {money(-off)}
          </SumLine>
        );
      })}
      <SumLine label={t("programme.left")}>
        <strong>{money(amount)}</strong>
      </SumLine>
    </dl>
  );
}
