import { useEffect, useState } from "react";
import { CohortChoice } from "#app/features/enrolment/components/cohort-choice.tsx";
import { OWN_PACE } from "#app/features/payment/checkout/offered-choices.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import type { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SectionCard } from "#app/ui/section-card.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { ScholarshipToDecide } from "../../../scholarships/find-scholarship.server.ts";
import { GrantPreview, type GrantTyped } from "./grant-preview.tsx";

type Terms = NonNullable<ScholarshipToDecide["terms"]>;
type GrantFormProps = {
  terms: Terms;
  funds: ScholarshipToDecide["funds"];
  cohortId: string | null;
  errors: ReturnType<typeof useFormErrors>;
};

function readTyped(form: HTMLFormElement): GrantTyped {
  const values = new FormData(form);
  const read = (name: string) => String(values.get(name) ?? "");
  return { share: read("share"), percent: read("percent"), fund: read("fund"), cohort: read("cohort") };
}

/** Grants what was asked for, whole or in part, from a fund or without one, with what that comes to. */
export function GrantForm({ terms, funds, cohortId, errors: { field, form, typed } }: GrantFormProps) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  const { offer } = terms;
  const asked = offer.cohorts.find(({ id }) => id === cohortId)?.id;
  const open = offer.selfPaced ? OWN_PACE : offer.cohorts.find(({ refusal }) => refusal === null)?.id;
  const chosen = typed("cohort") ?? asked ?? open;
  const first: GrantTyped = {
    share: typed("share") ?? "full",
    percent: typed("percent") ?? "50",
    fund: typed("fund") ?? "",
    cohort: chosen ?? "",
  };
  const [now, setNow] = useState(first);
  // Without the page's script what is chosen cannot hide the rest.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const fundOptions = funds.map(({ id, name, currency, limitAmount, grantedAmount }) => ({
    value: id,
    label: t("fund.option", {
      name: `\u2068${name}\u2069`,
      left: `\u2068${formats.money(limitAmount - grantedAmount, currency)}\u2069`,
    }),
  }));
  return (
    <SectionCard title={t("grant.title")}>
      <Form method="post" className="grid gap-5" onChange={(event) => setNow(readTyped(event.currentTarget))}>
        <FormErrors messages={form} />
        {terms.blocked ? (
          <Notice kind="warning" title={t(`place.${terms.blocked}`)}>
            {t("grant.blocked")}
          </Notice>
        ) : null}
        <RadioGroup
          legend={t("grant.share")}
          name="share"
          options={[
            { value: "full", label: t("grant.full"), hint: t("grant.fullHint") },
            { value: "part", label: t("grant.part"), hint: t("grant.partHint") },
          ]}
          defaultValue={first.share}
          error={field("share")}
        />
        <Field
          name="percent"
          label={t("grant.percent")}
          hint={t("grant.percentHint")}
          type="number"
          inputMode="numeric"
          min={1}
          max={99}
          dir="ltr"
          className={ready && now.share === "full" ? "hidden" : undefined}
          defaultValue={first.percent}
          error={field("percent")}
        />
        <Select
          name="fund"
          label={t("list.fund")}
          hint={t("grant.fundHint")}
          options={[{ value: "", label: t("fund.none") }, ...fundOptions]}
          defaultValue={first.fund}
          error={field("fund")}
        />
        <CohortChoice offer={offer} legend={t("one.cohort")} chosen={chosen} error={field("cohort")} />
        <GrantPreview typed={now} prices={terms.prices} funds={funds} />
        <TextArea
          name="message"
          label={t("grant.message")}
          hint={t("grant.messageHint")}
          rows={3}
          required
          defaultValue={typed("message")}
          error={field("message")}
        />
        <div>
          <Button name="act" value="grant">
            {t("grant.submit")}
          </Button>
        </div>
      </Form>
    </SectionCard>
  );
}
