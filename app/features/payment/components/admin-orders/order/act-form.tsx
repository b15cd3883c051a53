import type { ReactNode } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import type { useActFields } from "#app/platform/i18n/use-act-fields.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

export type OrderIntent = "refund" | "confirm" | "retry" | "cancel" | "ask" | "record" | "decide";

type ActFormProps = {
  intent: OrderIntent;
  /** Which of several forms of one intent it is; sent along. */
  actKey?: string;
  fields: ReturnType<typeof useActFields>;
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
