import { useId } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useQualityName } from "./quality-name.ts";
import type { QualityState } from "./use-quality.ts";
import "./quality.css";

/** Chooses the form of the lecture; each says what it takes before anything is fetched. */
export function QualityMenu({ quality }: { quality: QualityState }) {
  const { t } = useTranslation("reading-along");
  const formats = useFormats();
  const nameOf = useQualityName();
  const id = useId();
  return (
    <details className="menu relative">
      <summary className={`${buttonClass({ kind: "quiet", size: "s" })} cursor-pointer`}>
        <Icon name="settings" className="size-4 flex-none" />
        <span>
          <span className="sr-only">{t("quality.title")}: </span>
          <bdi>{nameOf(quality.mode)}</bdi>
        </span>
      </summary>
      <fieldset className="quality-choices absolute end-0 z-20 mt-1 w-80 max-w-[calc(100vw-2rem)] rounded border border-line bg-surface p-2 shadow-card">
        <legend className="sr-only">{t("quality.title")}</legend>
        {quality.options.map(({ mode, bytes }) => (
          <label key={mode} htmlFor={`${id}-${mode}`} className="quality-choice">
            <input
              id={`${id}-${mode}`}
              type="radio"
              name={`${id}-quality`}
              className="choice choice-radio"
              checked={mode === quality.wanted}
              onChange={() => quality.choose(mode)}
            />
            <span className="grow">
              <bdi>{nameOf(mode)}</bdi>
            </span>
            <span className="text-ink-2 text-sm tabular-nums">
              {t(mode === "slides" ? "quality.noVideo" : mode === "auto" ? "quality.upTo" : "quality.about", {
                size: formats.bytes(bytes),
              })}
            </span>
          </label>
        ))}
        {quality.leftBytes === null ? null : (
          <p className="px-3 py-2 text-ink-2 text-sm">
            {t("quality.left", { size: formats.bytes(quality.leftBytes) })}
          </p>
        )}
      </fieldset>
    </details>
  );
}
