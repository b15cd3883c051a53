import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type ChosenActsProps = {
  /** How many are chosen, where the page's script knows. */
  count: number;
  reason: { typed: string | undefined; error: string | undefined };
};

/** What may be done at once with all certificates that are chosen; each button sends the form of the table. */
export function ChosenActs({ count, reason }: ChosenActsProps) {
  const { t } = useTranslation("certificate-admin");
  const confirm = (act: "revoke" | "end") => ({
    name: "act",
    value: act,
    title: t(`acts.${act}.confirm`, { count }),
    text: t(`acts.${act}.text`),
    confirmLabel: t(`acts.${act}.label`),
    cancelLabel: t("ui:cancel"),
  });
  return (
    <fieldset
      id="chosen-acts"
      className={classNames(
        "mt-4 scroll-mt-4 grid min-w-0 gap-3 rounded border border-line bg-surface p-4",
        // In reach while there is something to do it with.
        count > 0 && "z-10 shadow-card md:sticky md:bottom-0",
      )}
    >
      <legend className="sr-only">{t("acts.title")}</legend>
      <p role="status" className="font-semibold text-sm">
        {count > 0 ? t("acts.chosen", { count }) : t("acts.title")}
      </p>
      <TextArea
        name="reason"
        label={t("acts.reason")}
        hint={t("acts.reasonHint")}
        rows={2}
        minLength={3}
        maxLength={500}
        required
        defaultValue={reason.typed}
        error={reason.error}
      />
      <div className="flex flex-wrap gap-2">
        <ConfirmSubmit {...confirm("revoke")} label={t("acts.revoke.label")} />
        <Button kind="quiet" name="act" value="reinstate">
          {t("acts.reinstate.label")}
        </Button>
        <Button kind="quiet" name="act" value="renew">
          {t("acts.renew.label")}
        </Button>
        <ConfirmSubmit {...confirm("end")} kind="quiet" label={t("acts.end.label")} />
      </div>
    </fieldset>
  );
}
