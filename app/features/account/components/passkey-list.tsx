import type { SubmissionResult } from "@conform-to/react";
import { useRef } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { AccountSection } from "./account-section.tsx";
import { CurrentPasswordField } from "./password-field.tsx";
import { usePasskey } from "./use-passkey.ts";

type PasskeyRow = { id: string; name: string | null; createdAt: Date | null };
type Result = SubmissionResult<string[]> | undefined;

type Results = { added: Result; renamed: Result; removed: Result };

export function PasskeyList({ passkeys, added, renamed, removed }: { passkeys: PasskeyRow[] } & Results) {
  const { t } = useTranslation("account");
  return (
    <AccountSection title={t("passkeys.title")}>
      <p className="max-w-prose">{t("passkeys.text")}</p>
      {passkeys.length === 0 ? <p className="text-ink-2">{t("passkeys.none")}</p> : null}
      <ul className="grid gap-2 empty:hidden">
        {passkeys.map((passkey) => (
          <Passkey
            key={passkey.id}
            passkey={passkey}
            renamed={renamed?.initialValue?.id === passkey.id ? renamed : undefined}
            removed={removed?.initialValue?.id === passkey.id ? removed : undefined}
          />
        ))}
      </ul>
      <AddPasskey result={added} />
    </AccountSection>
  );
}

function Passkey({ passkey, renamed, removed }: { passkey: PasskeyRow; renamed: Result; removed: Result }) {
  const { t } = useTranslation("account");
  const formats = useFormats();
  const errors = useFormErrors(renamed);
  const name = passkey.name ?? t("passkeys.unnamed");
  return (
    <li className="rounded-sm border border-line px-4 py-2">
      <Disclosure open={(renamed ?? removed) !== undefined} summary={<bdi>{name}</bdi>}>
        <div className="grid gap-4">
          {passkey.createdAt ? (
            <p className="text-ink-2 text-sm">{t("passkeys.added", { date: formats.date(passkey.createdAt) })}</p>
          ) : null}
          <Form method="post" noValidate className="grid max-w-lg gap-3">
            <input type="hidden" name="id" value={passkey.id} />
            <Field
              label={t("passkeys.renameOf", { name })}
              name="name"
              dir="auto"
              required
              maxLength={60}
              error={errors.field("name")}
              defaultValue={renamed ? (errors.typed("name") ?? "") : name}
            />
            <div className="flex flex-wrap gap-3">
              <Button kind="quiet" size="s" name="intent" value="renamePasskey">
                {t("passkeys.rename")}
              </Button>
            </div>
          </Form>
          <RemovePasskey id={passkey.id} result={removed} />
        </div>
      </Disclosure>
    </li>
  );
}

function RemovePasskey({ id, result }: { id: string; result: Result }) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(result);
  return (
    <Form method="post" noValidate className="grid max-w-lg gap-3">
      <FormErrors messages={errors.form} />
      <input type="hidden" name="id" value={id} />
      <CurrentPasswordField error={errors.field("currentPassword")} />
      <div>
        <ConfirmSubmit
          label={t("passkeys.remove")}
          title={t("passkeys.removeTitle")}
          text={t("passkeys.removeText")}
          confirmLabel={t("passkeys.remove")}
          cancelLabel={t("ui:cancel")}
          size="s"
          name="intent"
          value="removePasskey"
        />
      </div>
    </Form>
  );
}

function AddPasskey({ result }: { result: Result }) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(result);
  const field = useRef<HTMLInputElement>(null);
  const { available, refusal, ask } = usePasskey("generate-register-options", field);
  if (!available) return <p className="text-ink-2 text-sm">{t("passkeys.unavailable")}</p>;
  return (
    <Form method="post" noValidate className="grid max-w-lg gap-4">
      <FormErrors messages={refusal ? [t(refusal)] : errors.form} />
      <input type="hidden" name="intent" value="addPasskey" />
      <input type="hidden" name="answer" ref={field} />
      <Field
        label={t("passkeys.name")}
        name="name"
        dir="auto"
        required
        maxLength={60}
        hint={t("passkeys.nameHint")}
        error={errors.field("name")}
        defaultValue={errors.typed("name")}
      />
      <CurrentPasswordField error={errors.field("currentPassword")} />
      <div>
        <Button type="button" kind="quiet" onClick={ask}>
          {t("passkeys.add")}
        </Button>
      </div>
    </Form>
  );
}
