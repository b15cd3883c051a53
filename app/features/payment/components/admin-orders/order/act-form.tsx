import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

export type OrderIntent = "refund" | "confirm" | "retry" | "cancel" | "ask" | "record" | "decide";

/** What the form that was sent came to: its intent, and which of several alike it was. */
export type OrderAnswer = { intent: string; key: string; result: SubmissionResult<string[]> } | undefined;

/** What of the answer belongs to one form. */
export function useOrderFields({
  answer,
  intent,
  actKey = "",
}: {
  answer: OrderAnswer;
  intent: OrderIntent;
  actKey?: string;
}) {
  const mine = answer?.intent === intent && answer.key === actKey ? answer.result : undefined;
  const errors = useFormErrors(mine);
  return {
    refused: mine !== undefined,
    messages: errors.form,
    line: (name: string, saved?: string) => ({
      name,
      defaultValue: errors.typed(name) ?? saved,
      error: errors.field(name),
    }),
  };
}

type ActFormProps = {
  intent: OrderIntent;
  /** Which of several forms of one intent it is; sent along. */
  actKey?: string;
  fields: ReturnType<typeof useOrderFields>;
  hidden?: Record<string, string | number>;
  /** Its buttons, each with the question that is asked before it is done. */
  buttons: {
    label: string;
    title: string;
    text: string;
    danger?: boolean;
    quiet?: boolean;
    name?: string;
    value?: string;
  }[];
  /** A reason is always given, and kept in the audit log. */
  reasonLabel?: string;
  reasonHint?: string;
  withoutReason?: boolean;
  children?: ReactNode;
};

/** An act upon an order: its fields, the reason, and a question before it is done. */
export function OrderActForm(props: ActFormProps) {
  const { intent, actKey = "", fields, hidden = {}, buttons, withoutReason, children } = props;
  const { t } = useTranslation("orders-admin");
  return (
    <Form method="post" className="grid justify-items-start gap-4">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={actKey} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrors messages={fields.messages} />
      {children}
      {withoutReason ? null : (
        <TextArea
          className="w-full max-w-xl"
          label={props.reasonLabel ?? t("act.reason")}
          hint={props.reasonHint ?? t("act.reasonHint")}
          required
          rows={2}
          minLength={3}
          maxLength={500}
          {...fields.line("reason")}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {buttons.map(({ label, title, text, danger, quiet, name, value }) => (
          <ConfirmSubmit
            key={label}
            kind={danger ? "danger" : quiet ? "quiet" : "primary"}
            name={name}
            value={value}
            label={label}
            title={title}
            text={text}
            confirmLabel={label}
            cancelLabel={t("ui:cancel")}
          />
        ))}
      </div>
    </Form>
  );
}
