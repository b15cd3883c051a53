import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import type { MyCertificate } from "../issuing/certificate-rows.server.ts";

/** Where a holder decides whether the public page of her certificate shows her names. */
export function HideNames({ certificate: { serial, namesHidden } }: { certificate: MyCertificate }) {
  const { t } = useTranslation("certificate");
  const act = namesHidden ? "show" : "hide";
  return (
    <section aria-labelledby={`${serial}-hide`} className="grid justify-items-start gap-3">
      <h3 id={`${serial}-hide`} className="font-semibold">
        {t("mine.hide.title")}
      </h3>
      <p className="text-ink-2">{t(namesHidden ? "mine.hide.hidden" : "mine.hide.shown")}</p>
      {/* Without a dialog to ask in, what it means is read before the button. */}
      <noscript>
        <p>{t(`mine.hide.${act}Text`)}</p>
      </noscript>
      <Form method="post">
        <input type="hidden" name="serial" value={serial} />
        <input type="hidden" name="hidden" value={String(!namesHidden)} />
        <ConfirmSubmit
          kind="quiet"
          size="s"
          name="intent"
          value="hide-names"
          label={t(`mine.hide.${act}`)}
          title={t(`mine.hide.${act}Title`)}
          text={t(`mine.hide.${act}Text`)}
          confirmLabel={t(`mine.hide.${act}`)}
          cancelLabel={t("ui:cancel")}
        />
      </Form>
    </section>
  );
}
