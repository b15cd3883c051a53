import type { ReactNode } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import type { useActFields } from "#app/platform/i18n/use-act-fields.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

export type ActIntent = "access" | "waive" | "void" | "restore" | "takeOut" | "putBack";

type ActFormProps = {
  intent: ActIntent;
  /** Which of several forms of one intent it is; sent along. */
  actKey?: string;
  fields: ReturnType<typeof useActFields>;
  hidden?: Record<string, string | number>;
  /** What happens, and what does not, said before it is done. */
  consequence: string;
  danger?: boolean;
  children?: ReactNode;
};

/** An act upon a learner: its fields, the reason that she is told, and a question before it is done. */
export function ActForm({ intent, actKey = "", fields, hidden = {}, consequence, danger, children }: ActFormProps) {
  const { t } = useTranslation("learner");
  return (
    <Form method="post" action="" className="grid justify-items-start gap-4">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={actKey} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrors messages={fields.messages} />
      {children}
      <TextArea
        className="w-full max-w-xl"
        label={t("do.reason")}
        hint={t("do.reasonHint")}
        required
        rows={2}
        maxLength={500}
        {...fields.line("reason")}
      />
      <ConfirmSubmit
        kind={danger ? "danger" : "primary"}
        label={t(`do.${intent}.button`)}
        title={t(`do.${intent}.confirm`)}
        text={<p>{consequence}</p>}
        confirmLabel={t(`do.${intent}.button`)}
        cancelLabel={t("do.cancel")}
      />
    </Form>
  );
}
