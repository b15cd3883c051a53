import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { GroupRecord } from "../../access/find-groups.server.ts";
import { CoordinatorFields } from "./new-group-form.tsx";

type ActProps = { group: GroupRecord; result: SubmissionResult<string[]> | undefined };

/** What an admin may do with an open group; `result` is what one of these forms refused. */
export function GroupActs({ group, result }: ActProps) {
  const of = (intent: string) => (result?.initialValue?.intent === intent ? result : undefined);
  if (!group.open) return null;
  return (
    <div className="grid min-w-0 gap-6">
      {group.orderNumber === null ? <MoreSeats result={of("more")} /> : null}
      <ChangeGroup group={group} result={of("change")} />
      <CloseGroup group={group} result={of("close")} />
    </div>
  );
}

function Act({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Card as="section" className="grid gap-4">
      <h2 className="font-bold font-read text-xl">{title}</h2>
      <p className="text-ink-2 text-sm">{text}</p>
      {children}
    </Card>
  );
}

function MoreSeats({ result }: Pick<ActProps, "result">) {
  const { t } = useTranslation("group-admin");
  const { field, form, typed } = useFormErrors(result);
  const given = (name: string) => ({ name, defaultValue: typed(name), error: field(name) });
  return (
    <Act title={t("more.title")} text={t("more.text")}>
      <Form method="post" noValidate className="grid gap-4">
        <FormErrors messages={form} />
        <Field {...given("seats")} label={t("more.seats")} inputMode="numeric" required autoComplete="off" />
        <Field
          {...given("reference")}
          label={t("new.reference")}
          dir="auto"
          maxLength={120}
          required
          autoComplete="off"
        />
        <div>
          <Button kind="quiet" name="intent" value="more">
            {t("more.submit")}
          </Button>
        </div>
      </Form>
    </Act>
  );
}

function ChangeGroup({ group, result }: ActProps) {
  const { t } = useTranslation("group-admin");
  const { field, form, typed } = useFormErrors(result);
  const now: Record<string, string | undefined> = {
    coordinatorEmail: group.coordinator?.email,
    expiresOn: group.lastDay ?? undefined,
  };
  // What is sent empty is told as not sent.
  const given = (name: string) => ({
    name,
    defaultValue: result ? typed(name) : now[name],
    error: field(name),
  });
  return (
    <Act title={t("change.title")} text={t("change.text")}>
      <Form method="post" noValidate className="grid gap-4">
        <FormErrors messages={form} />
        <CoordinatorFields key={group.coordinator?.email} given={given} />
        <Reason result={result} />
        <div>
          <Button kind="quiet" name="intent" value="change">
            {t("ui:save")}
          </Button>
        </div>
      </Form>
    </Act>
  );
}

/** Why, for the audit log. */
function Reason({ result }: Pick<ActProps, "result">) {
  const { t } = useTranslation("group-admin");
  const { field, typed } = useFormErrors(result);
  return (
    <Field
      name="reason"
      label={t("close.reason")}
      dir="auto"
      maxLength={500}
      required
      autoComplete="off"
      defaultValue={typed("reason")}
      error={field("reason")}
    />
  );
}

function CloseGroup({ group, result }: ActProps) {
  const { t } = useTranslation("group-admin");
  const { form } = useFormErrors(result);
  const count = group.seats - group.counts.used;
  return (
    <Act title={t("close.title")} text={t("close.text")}>
      <Form method="post" noValidate className="grid gap-4">
        <FormErrors messages={form} />
        <Reason result={result} />
        <div>
          <ConfirmSubmit
            name="intent"
            value="close"
            label={t("close.submit")}
            title={t("close.sure")}
            text={t("close.freed", { count })}
            confirmLabel={t("close.submit")}
            cancelLabel={t("ui:cancel")}
          />
        </div>
      </Form>
    </Act>
  );
}
