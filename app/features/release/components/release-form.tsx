import { useNavigation } from "react-router";
import { Form } from "#app/platform/i18n/link.tsx";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type ReleaseFormProps = {
  /** Languages of the course. */
  locales: readonly Locale[];
  /** Learners who have a place now. */
  learners: number;
  /** What else the release would mean, said again before it is made. */
  warnings: readonly string[];
};

/** Makes a release of the draft, with notes for those who learn, after it has asked. */
export function ReleaseForm({ locales, learners, warnings }: ReleaseFormProps) {
  const { t } = useTranslation("release");
  const navigation = useNavigation();
  const underWay = navigation.state !== "idle" && navigation.formData?.get("intent") === "release";
  return (
    <Form method="post" action="" className="grid justify-items-start gap-4">
      <input type="hidden" name="intent" value="release" />
      <Notes locales={locales} />
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

/** What is new, in each language of the course; learners read it in theirs. */
function Notes({ locales }: Pick<ReleaseFormProps, "locales">) {
  const { t } = useTranslation("release");
  return (
    <fieldset className="grid w-full gap-3">
      <legend className="font-semibold">{t("notes")}</legend>
      <p className="text-ink-2 text-sm">{t("notesHint")}</p>
      {locales.map((locale) => (
        <TextArea
          key={locale}
          className="w-full"
          name={`notes.${locale}`}
          label={localeNames[locale]}
          lang={locale}
          dir={directionOf(locale)}
          rows={2}
          maxLength={1000}
        />
      ))}
    </fieldset>
  );
}
