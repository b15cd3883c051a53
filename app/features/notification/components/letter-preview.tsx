import { type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** The letter in a frame that allows nothing but styles, as wide as a mail program or as a phone. */
export function LetterPreview({ letter, language }: { letter: { name: string; samples: number }; language: Locale }) {
  const { t } = useTranslation("mails-admin");
  const address = `/resources/letter-preview/${letter.name}/${language}`;
  return (
    <section className="group/letter grid content-start gap-4">
      <h2 className="font-bold font-read text-2xl">{t("preview.title")}</h2>
      <fieldset className="flex flex-wrap items-center gap-x-6">
        <legend className="sr-only">{t("preview.width")}</legend>
        {(["wide", "phone"] as const).map((width) => (
          <label key={width} className="flex min-h-11 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name="letter-width"
              value={width}
              defaultChecked={width === "wide"}
              className={`choice ${width === "phone" ? "letter-as-phone" : ""}`}
            />
            {t(`preview.${width}`)}
          </label>
        ))}
      </fieldset>
      {letter.samples > 1 ? (
        <nav aria-label={t("preview.samples")}>
          <ul className="flex flex-wrap gap-x-4">
            {[...Array(letter.samples).keys()].map((sample) => (
              <li key={sample}>
                <a
                  href={`${address}?sample=${sample}`}
                  target="letter-preview"
                  className="inline-flex min-h-11 items-center"
                >
                  {t("preview.sample", { number: sample + 1 })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <iframe
        title={t("preview.frame", { language: localeNames[language] })}
        name="letter-preview"
        src={address}
        sandbox=""
        className="h-144 w-full group-has-[.letter-as-phone:checked]/letter:max-w-97.5 rounded border border-line bg-white"
      />
    </section>
  );
}
