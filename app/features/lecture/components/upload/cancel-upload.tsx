import { useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";

/** Gives up an upload, after it was asked whether that is meant. */
export function CancelUpload({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation("video");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button type="button" kind="danger" onClick={() => setAsking(true)}>
        {t("upload.cancel")}
      </Button>
      {asking ? (
        <ConfirmDialog
          kind="danger"
          title={t("upload.cancelTitle")}
          text={t("upload.cancelText")}
          confirmLabel={t("upload.cancelConfirm")}
          cancelLabel={t("upload.cancelNot")}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onCancel();
          }}
        />
      ) : null}
    </>
  );
}
