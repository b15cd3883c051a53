import { Form, useHref } from "#app/platform/i18n/link.tsx";
import { type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useFileWords } from "#app/platform/i18n/use-file-words.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { TranslatedLesson } from "../../translation/find-translations.server.ts";

type ExchangeFormsProps = {
  course: string;
  targets: readonly Locale[];
  lessons: readonly TranslatedLesson[];
  /** Why the last file was not read, as a message key. */
  refused: string | undefined;
};

/** Translations out to a translator's program and in again, as XLIFF. */
export function ExchangeForms({ course, targets, lessons, refused }: ExchangeFormsProps) {
  const { t } = useTranslation("translation");
  const words = useFileWords();
  const href = useHref();
  const languages = targets.map((locale) => ({ value: locale, label: localeNames[locale], lang: locale }));
  const written = lessons.filter((lesson) => lesson.written);
  const choices = written.map(({ slug, title }) => ({ value: slug, label: title.text, lang: title.locale }));
  return (
    <section aria-labelledby="exchange" className="mt-12 grid gap-4">
      <h2 id="exchange" className="font-bold font-read text-2xl">
        {t("exchange.title")}
      </h2>
      <p className="max-w-prose text-ink-2">{t("exchange.lead")}</p>
      <div className="grid gap-10 md:grid-cols-2">
        <form method="get" action={href(`/teach/${course}/translations.xlf`)} className="grid content-start gap-4">
          <Select name="language" label={t("exchange.into")} options={languages} />
          <Select
            name="lesson"
            label={t("exchange.of")}
            options={[{ value: "", label: t("exchange.all") }, ...choices]}
          />
          <div>
            <Button type="submit" kind="quiet">
              {t("exchange.export")}
            </Button>
          </div>
        </form>
        <Form method="post" encType="multipart/form-data" className="grid content-start gap-4">
          <FileField
            words={words}
            name="file"
            label={t("exchange.file")}
            hint={t("exchange.fileHint")}
            accept=".xlf,.xliff,application/xliff+xml"
            required
            {...(refused ? { error: translateMessage(t, refused) } : {})}
          />
          <div>
            <Button name="intent" value="look" kind="quiet">
              {t("exchange.look")}
            </Button>
          </div>
        </Form>
      </div>
    </section>
  );
}
