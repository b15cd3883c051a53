import { useMemo, useState } from "react";
import { useNavigation } from "react-router";
import { useKept } from "#app/platform/browser/use-kept.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { keptInvitees } from "./kept-invitees.ts";

type InviteFormProps = {
  /** Of the person and the group, since a device may be shared. */
  place: string;
  typed: string;
  refused: string | undefined;
  /** A list was looked at: this is for another one. */
  again: boolean;
};

/** The addresses to invite, written, pasted or in a file; what was written is kept on the device until it is sent. */
export function InviteForm({ place, typed, refused, again }: InviteFormProps) {
  const { t } = useTranslation("groups");
  const [text, setText] = useState(typed);
  const busy = useNavigation().state === "submitting";
  // What was looked at is no longer kept, also once the page has gone on.
  const [looked, setLooked] = useState(typed);
  if (typed === text && looked !== text) setLooked(text);
  const changed = text !== looked && text !== "";
  useKept({
    store: keptInvitees,
    key: place,
    kept: useMemo(() => (changed ? { text } : null), [changed, text]),
    restore: (kept) => setText(kept.text),
  });
  return (
    <Form method="post" encType="multipart/form-data" className="grid gap-4">
      <TextArea
        name="text"
        label={t("invite.addresses")}
        hint={t("invite.addressesHint")}
        rows={6}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={refused ? translateMessage(t, refused) : undefined}
      />
      <FileField
        name="file"
        label={t("invite.file")}
        hint={t("invite.fileHint")}
        words={{ choose: t("ui:file.choose"), none: t("ui:file.none") }}
        accept=".csv,.txt,text/csv,text/plain"
      />
      <div>
        <Button name="intent" value="look" kind={again ? "quiet" : "primary"} disabled={busy}>
          {t("invite.look")}
        </Button>
      </div>
    </Form>
  );
}
