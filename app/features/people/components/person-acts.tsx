import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { SectionCard } from "#app/ui/section-card.tsx";
import type { PersonPage } from "../find-person.server.ts";
import type { PersonIntent } from "../person-intents.ts";

type Result = SubmissionResult<string[]> | undefined;
type ActsProps = { page: PersonPage; result: Result };

/** What an admin may do about somebody's account; each act is asked for with its reason. */
export function PersonActs({ page: { person, signIn, teaching }, result }: ActsProps) {
  const { t } = useTranslation("people");
  if (person.merged) return null;
  const act = (intent: PersonIntent, more?: ReactNode) => (
    <Act key={intent} intent={intent} result={result} more={more} />
  );
  const passkeys = <Checkbox name="passkeys" label={t("acts.resetSecondFactor.passkeys")} />;
  return (
    <SectionCard title={t("acts.title")}>
      <div className="divide-y divide-line">
        {person.role === "admin" ? null : act("view")}
        {person.emailVerified ? null : act("verifyAddress")}
        {person.suspended ? null : act("sendResetLink")}
        {signIn.sessions.length > 0 ? act("endSessions") : null}
        {signIn.twoFactor || signIn.passkeys > 0 ? act("resetSecondFactor", passkeys) : null}
        {teaching ? null : act("makeInstructor")}
        {person.role === "admin" ? act("makeLearner") : act("makeAdmin")}
        {person.self ? null : act(person.suspended ? "liftSuspension" : "suspend")}
      </div>
      {person.role === "admin" ? null : (
        <p className="mt-4">
          <Link to={`/admin/people/${person.id}/merge`} className={buttonClass({ kind: "quiet", size: "s" })}>
            {t("merge.open")}
          </Link>
        </p>
      )}
    </SectionCard>
  );
}

/** Those after which something is lost or somebody shut out. */
const grave: readonly PersonIntent[] = ["suspend", "makeAdmin", "makeLearner", "resetSecondFactor", "endSessions"];

type ActProps = { intent: PersonIntent; result: Result; more: ReactNode };

function Act({ intent, result, more }: ActProps) {
  const { t } = useTranslation("people");
  const mine = result?.initialValue?.intent === intent ? result : undefined;
  const { field, form, typed } = useFormErrors(mine);
  const label = t(`acts.${intent}.label`);
  return (
    <Disclosure summary={label} open={mine !== undefined}>
      <Form method="post" noValidate className="grid gap-4 ps-7">
        <p className="text-ink-2 text-sm">{t(`acts.${intent}.text`)}</p>
        <FormErrors messages={form} />
        <Field
          name="reason"
          label={t("acts.reason")}
          dir="auto"
          maxLength={500}
          required
          autoComplete="off"
          defaultValue={typed("reason")}
          error={field("reason")}
        />
        {more}
        <div>
          {grave.includes(intent) ? (
            <ConfirmSubmit
              name="intent"
              value={intent}
              size="s"
              kind={intent === "suspend" ? "danger" : "quiet"}
              label={label}
              title={t(`acts.${intent}.sure`)}
              text={t(`acts.${intent}.text`)}
              confirmLabel={label}
              cancelLabel={t("ui:cancel")}
            />
          ) : (
            <Button kind="quiet" size="s" name="intent" value={intent}>
              {label}
            </Button>
          )}
        </div>
      </Form>
    </Disclosure>
  );
}
