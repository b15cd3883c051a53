import { useNavigation } from "react-router";
import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type ReleaseFormProps = {
  /** Learners who have a place now. */
  learners: number;
  /** What else the release would mean, said again before it is made. */
  warnings: readonly string[];
};

/** Makes a release of the draft, with notes for those who learn, after it has asked. */
export function ReleaseForm({ learners, warnings }: ReleaseFormProps) {
  const { t } = useTranslation("release");
  const navigation = useNavigation();
  const underWay = navigation.state !== "idle" && navigation.formData?.get("intent") === "release";
  return (
    <Form method="post" action="" className="grid justify-items-start gap-4">
      <input type="hidden" name="intent" value="release" />
      <TextArea className="w-full" name="notes" label={t("notes")} hint={t("notesHint")} rows={3} maxLength={1000} />
      <ConfirmSubmit
        label={t("release")}
        title={t("confirm.title")}
        text={
          <>
            <p>{t("confirm.text", { count: learners })}</p>
            {warnings.length > 0 ? (
              <ul className="grid gap-1 pt-2">
                {warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            ) : null}
          </>
        }
        confirmLabel={t("release")}
        cancelLabel={t("confirm.cancel")}
        kind="primary"
        disabled={underWay}
      />
      <p role="status" className="text-ink-2">
        {underWay ? t("underWay") : ""}
      </p>
    </Form>
  );
}
