import { useEffect, useRef } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { groundsOf, paletteOf, type Scheme, TEXT_CONTRAST, worstContrast } from "#app/platform/site/palette.ts";
import { buttonClass } from "#app/ui/button-class.ts";

/** A piece of a page in the colours that follow from an accent, and how well they can be told apart. */
export function ColourPreview({ accent, scheme }: { accent: string; scheme: Scheme }) {
  const { t } = useTranslation("settings");
  const { number } = useFormats();
  const sample = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // By script and not as an attribute, which the content security policy forbids.
    const all = { ...groundsOf(scheme), ...paletteOf(accent.toLowerCase(), scheme) };
    for (const [name, colour] of Object.entries(all)) sample.current?.style.setProperty(`--${name}`, colour);
  }, [accent, scheme]);
  const { ratio, where } = worstContrast(accent.toLowerCase(), scheme);
  const least = Math.floor(ratio * 100) / 100;
  const enough = ratio >= TEXT_CONTRAST;
  return (
    <div className="grid gap-2">
      <div ref={sample} aria-hidden="true" className="grid gap-3 rounded border border-line bg-paper p-4 text-ink">
        <p>
          <span className="text-tile underline">{t("colours.sampleLink")}</span> · {t("colours.sampleText")}
        </p>
        <p className="rounded-sm bg-tile-tint p-2 text-tile-strong">{t("colours.sampleMarked")}</p>
        <span className={`${buttonClass()} justify-self-start`}>{t("colours.sampleButton")}</span>
      </div>
      <p role="status" className={enough ? "text-ok text-sm" : "font-medium text-danger text-sm"}>
        {t(enough ? "colours.enough" : "colours.tooLittle", {
          ratio: number(least),
          needed: number(TEXT_CONTRAST),
          where: t(`colours.places.${where}`),
        })}
      </p>
    </div>
  );
}
