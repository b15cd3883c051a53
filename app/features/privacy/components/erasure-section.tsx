import type { SubmissionResult } from "@conform-to/react";
import { AccountSection } from "#app/features/account/components/account-section.tsx";
import { CurrentPasswordField } from "#app/features/account/components/password-field.tsx";
import type { FreshProof } from "#app/features/account/prove-freshly.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

type Obstacle = "ownsCourse" | "lastAdmin" | "orderUnderway";

type ErasureSectionProps = {
  obstacles: readonly Obstacle[];
  /** How many certificates she has. */
  certificates: number;
  graceDays: number;
  /** By what she proves that it is she. */
  proof: FreshProof;
  result: SubmissionResult<string[]> | undefined;
};

/** What goes and what stays when an account is deleted, and where that is asked for. */
export function ErasureSection(props: ErasureSectionProps) {
  const { t } = useTranslation("privacy");
  const { obstacles, graceDays } = props;
  return (
    <AccountSection title={t("erasure.title")}>
      <p>{t("erasure.text", { days: graceDays })}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <Points
          title={t("erasure.goes.title")}
          points={(["account", "writing", "teaching", "letters"] as const).map((key) => t(`erasure.goes.${key}`))}
        />
        <Points
          title={t("erasure.stays.title")}
          points={(["records", "statistics", "audit", "backups"] as const).map((key) => t(`erasure.stays.${key}`))}
        />
      </div>
      {obstacles.length > 0 ? <Obstacles obstacles={obstacles} /> : <ErasureForm {...props} />}
    </AccountSection>
  );
}

function Points({ title, points }: { title: string; points: string[] }) {
  return (
    <div>
      <h3 className="mb-2 font-semibold">{title}</h3>
      <ul className="grid list-disc gap-1 ps-5 text-ink-2">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

const ways = { ownsCourse: "/teach", lastAdmin: "/admin", orderUnderway: "/account/orders" } as const;

function Obstacles({ obstacles }: { obstacles: readonly Obstacle[] }) {
  const { t } = useTranslation("privacy");
  return (
    <Notice kind="warning" title={t("erasure.blocked")}>
      <ul className="grid gap-2">
        {obstacles.map((obstacle) => (
          <li key={obstacle}>
            {t(`obstacles.${obstacle}`)} <Link to={ways[obstacle]}>{t(`ways.${obstacle}`)}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Who has no password signs in again first. */
function SignInAgain() {
  const { t } = useTranslation("privacy");
  return (
    <Notice kind="info" title={t("erasure.proof.againTitle")}>
      <p>{t("erasure.proof.again")}</p>
      <Form method="post" action="/sign-out" reloadDocument className="pt-3">
        <Button kind="quiet">{t("erasure.proof.signOut")}</Button>
      </Form>
    </Notice>
  );
}

function ErasureForm({ certificates, graceDays, proof, result }: ErasureSectionProps) {
  const { t } = useTranslation("privacy");
  const errors = useFormErrors(result);
  const wishes = (["keep", "withdraw"] as const).map((value) => ({
    value,
    label: t(`erasure.certificates.${value}`),
    hint: t(`erasure.certificates.${value}Hint`),
  }));
  if (proof === "signInAgain") return <SignInAgain />;
  return (
    <Form method="post" noValidate className="grid max-w-2xl gap-5">
      <FormErrors messages={errors.form} />
      <input type="hidden" name="intent" value="delete" />
      {certificates > 0 ? (
        <RadioGroup
          legend={t("erasure.certificates.legend")}
          name="certificates"
          options={wishes}
          defaultValue={errors.typed("certificates") ?? "keep"}
          error={errors.field("certificates")}
        />
      ) : null}
      <Checkbox
        name="understood"
        label={t("erasure.understood", { days: graceDays })}
        defaultChecked={errors.typed("understood") === "on"}
        error={errors.field("understood")}
      />
      {proof === "password" ? (
        <CurrentPasswordField error={errors.field("currentPassword")} />
      ) : (
        <p className="text-ink-2">{t("erasure.proof.now")}</p>
      )}
      <div>
        <ConfirmSubmit
          label={t("erasure.submit")}
          title={t("erasure.confirm.title")}
          text={t("erasure.confirm.text", { days: graceDays })}
          confirmLabel={t("erasure.confirm.yes")}
          cancelLabel={t("erasure.confirm.no")}
        />
      </div>
    </Form>
  );
}
