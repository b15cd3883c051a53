import { type FormEvent, useRef, useState } from "react";
import { readSerial, type SerialProblem } from "#app/features/certificate/serial.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";

type SerialFormProps = { typed?: string; problem?: SerialProblem };

/**
 * Where a serial is typed. What is wrong with it is told beside the field: by the browser before anything is asked, and
 * by the server where no scripts run.
 */
export function SerialForm({ typed = "", problem }: SerialFormProps) {
  const { t } = useTranslation("verify");
  const field = useRef<HTMLInputElement>(null);
  const [told, tell] = useState<SerialProblem | "offline" | undefined>(problem);
  const examine = (event: FormEvent<HTMLFormElement>) => {
    const wrong = readSerial(field.current?.value ?? "").problem ?? (navigator.onLine ? undefined : "offline");
    tell(wrong);
    if (!wrong) return;
    event.preventDefault();
    field.current?.focus();
  };
  return (
    <Form method="get" action="/verify" onSubmit={examine} className="grid gap-4">
      <Field
        ref={field}
        label={t("serial.label")}
        hint={t("serial.hint")}
        error={told && (told === "offline" ? t("serial.offline") : t(`serial.problems.${told}`))}
        name="serial"
        defaultValue={typed}
        onChange={() => tell(undefined)}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={64}
        className="serial-field"
      />
      <Button className="justify-self-start">{t("serial.submit")}</Button>
    </Form>
  );
}
