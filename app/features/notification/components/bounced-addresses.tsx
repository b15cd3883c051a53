import type { SubmissionResult } from "@conform-to/react";
import type { BounceCause } from "#app/platform/db/generated/enums.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";

type Address = {
  email: string;
  cause: BounceCause;
  status: string;
  at: Date | string;
  withheld: number;
  person: { id: string; name: string } | null;
};

type BouncedAddressesProps = { addresses: readonly Address[]; result: SubmissionResult<string[]> | undefined };

/** Addresses that mail came back from, each with the press that lets mail go there again. */
export function BouncedAddresses({ addresses, result }: BouncedAddressesProps) {
  const { t } = useTranslation("mails-admin");
  const { moment } = useFormats();
  return (
    <ul className="grid gap-3">
      {addresses.map(({ email, cause, status, at, withheld, person }) => (
        <li key={email} className="grid gap-2 rounded border border-line bg-surface p-4">
          <p className="flex flex-wrap gap-x-3 font-semibold">
            <bdi className="wrap-anywhere">{email}</bdi>
            {person ? (
              <Link to={`/admin/people/${person.id}`} className="font-normal">
                <bdi>{person.name}</bdi>
              </Link>
            ) : null}
          </p>
          <p className="text-ink-2 text-sm">
            {t(`addresses.cause.${cause}`)} {status ? <bdi dir="ltr">({status})</bdi> : null} · {moment(at)} ·{" "}
            {t("addresses.withheld", { count: withheld })}
          </p>
          <Retry email={email} result={result} />
        </li>
      ))}
    </ul>
  );
}

function Retry({ email, result }: { email: string; result: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation("mails-admin");
  const own = result?.initialValue?.email === email ? result : undefined;
  const errors = useFormErrors(own);
  return (
    <Disclosure summary={t("addresses.retry")} open={own !== undefined}>
      <Form method="post" noValidate className="grid max-w-xl gap-3 pt-2">
        <input type="hidden" name="email" value={email} />
        <Field
          label={t("addresses.reason")}
          name="reason"
          required
          error={errors.field("reason")}
          defaultValue={errors.typed("reason")}
        />
        <div>
          <Button>{t("addresses.retry")}</Button>
        </div>
      </Form>
    </Disclosure>
  );
}
