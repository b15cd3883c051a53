import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { CertificateBuying } from "../checkout/find-certificate-buying.server.ts";
import type { AskedPrice } from "../checkout/offer.server.ts";
import { OWN_PACE, writeShown } from "../checkout/offered-choices.ts";
import { PriceNote } from "./buy-price.tsx";
import { PayFields } from "./pay-fields.tsx";
import { WaitingOrder } from "./waiting-order.tsx";

type BuyCertificateBoxProps = { buying: CertificateBuying; result?: SubmissionResult<string[]> };

/** How to buy the certificate of a course by itself, or why that is not to be done. */
export function BuyCertificateBox({ buying, result }: BuyCertificateBoxProps) {
  const { t } = useTranslation("payment");
  const { slug, stand, price, waiting } = buying;
  if (waiting) return <WaitingOrder waiting={waiting} />;
  if (stand === "ahead" || stand === "finished") {
    return price ? <BuyForm buying={buying} price={price} result={result} /> : null;
  }
  const to = stand === "has" ? `/learn/${slug}#certificate` : `/courses/${slug}`;
  return (
    <Notice kind="info">
      <p className="pb-3">{t(`certificate.${stand}`)}</p>
      <Link to={to} className={buttonClass({ kind: "quiet" })}>
        {t(stand === "has" ? "order.toCertificate" : "certificate.toCourse")}
      </Link>
    </Notice>
  );
}

function BuyForm({ buying, price, result }: BuyCertificateBoxProps & { price: AskedPrice }) {
  const { t } = useTranslation("payment");
  const errors = useFormErrors(result);
  const { slug, stand, checkout } = buying;
  const nothingToPay = price.amount === 0;
  return (
    <Form method="post" action={`/courses/${slug}/certificate`} className="grid max-w-xl gap-4">
      <input type="hidden" name="intent" value="buy" />
      <input type="hidden" name="shown" value={writeShown([{ value: OWN_PACE, price }])} />
      <FormErrors messages={errors.form} />
      <p>{t(stand === "finished" ? "certificate.finished" : "certificate.ahead")}</p>
      <PriceNote price={price} instead={price} />
      <PayFields checkout={checkout} nothingToPay={nothingToPay} errors={errors} />
      <Button className="justify-self-start">{t(nothingToPay ? "certificate.take" : "certificate.submit")}</Button>
    </Form>
  );
}
