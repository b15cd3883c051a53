import { useRef } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { usePasskey } from "./use-passkey.ts";

/** The way in by passkey, where the browser has it. */
export function PasskeySignIn({ next, errors }: { next: string | undefined; errors: string[] }) {
  const { t } = useTranslation("account");
  const field = useRef<HTMLInputElement>(null);
  const { available, refusal, ask } = usePasskey("generate-authenticate-options", field);
  const messages = refusal ? [t(refusal)] : errors;
  if (!available && messages.length === 0) return null;
  return (
    <Form method="post" reloadDocument className="grid gap-4">
      <p className="flex items-center gap-4 text-ink-2 text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("signIn.or")}
      </p>
      <FormErrors messages={messages} />
      <input type="hidden" name="intent" value="passkey" />
      <input type="hidden" name="answer" ref={field} />
      <input type="hidden" name="next" value={next ?? ""} />
      <Button type="button" kind="quiet" onClick={ask}>
        <Icon name="person" />
        {t("signIn.passkey")}
      </Button>
    </Form>
  );
}
