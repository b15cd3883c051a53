import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Select } from "#app/ui/select.tsx";
import { languageChoices, languageName } from "../../blocks/language/language-choices.ts";

export type LanguageValue = { lang: string | null; dir: "ltr" | "rtl" | null };

const DIRECTIONS = [null, "rtl", "ltr"] as const;

type LanguageFieldsProps = { value: LanguageValue; change: (value: LanguageValue) => void };

/** The language and the direction of a block or of a run of words. */
export function LanguageFields({ value, change }: LanguageFieldsProps) {
  const { t, language } = useTranslation("text-editor");
  const named = languageChoices(value.lang)
    .map((tag) => ({ value: tag, label: languageName(tag, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-semibold">{t("direction.label")}</legend>
        <div className="editor-choices">
          {DIRECTIONS.map((dir) => (
            <label key={dir ?? "automatic"} className="editor-choice">
              <input
                type="radio"
                className="sr-only"
                checked={value.dir === dir}
                onChange={() => change({ ...value, dir })}
              />
              {t(`direction.${dir ?? "automatic"}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <Select
        name="language"
        label={t("language.label")}
        value={value.lang ?? ""}
        options={[{ value: "", label: t("language.same") }, ...named]}
        onChange={(event) => change({ ...value, lang: event.currentTarget.value || null })}
      />
    </>
  );
}
