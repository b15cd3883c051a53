import { type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";

type TranscriptToolsProps = {
  locale: Locale;
  locales: readonly Locale[];
  onLocale: (locale: Locale) => void;
  onCopyAll: () => void;
  onPrint: () => void;
  /** What came of the last act. */
  said: string;
};

/** What can be done with the whole transcript. */
export function TranscriptTools(props: TranscriptToolsProps) {
  const { t } = useTranslation("reading-along");
  const { locale, locales } = props;
  return (
    <div className="transcript-tools script-only">
      {locales.length > 1 ? (
        <select
          aria-label={t("transcript.language")}
          className="control control-select transcript-language"
          value={locale}
          onChange={({ target }) => {
            const chosen = locales.find((known) => known === target.value);
            if (chosen) props.onLocale(chosen);
          }}
        >
          {locales.map((code) => (
            <option key={code} value={code} lang={code}>
              {localeNames[code]}
            </option>
          ))}
        </select>
      ) : null}
      <Button type="button" kind="plain" size="s" onClick={props.onCopyAll}>
        <Icon name="copy" className="size-4 flex-none" />
        {t("transcript.copyAll")}
      </Button>
      <Button type="button" kind="plain" size="s" onClick={props.onPrint}>
        <Icon name="print" className="size-4 flex-none" />
        {t("transcript.print")}
      </Button>
      <span role="status" className="text-ink-2 text-sm">
        {props.said}
      </span>
    </div>
  );
}
