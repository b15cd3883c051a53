import { useEffect, useId, useState } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SPEEDS } from "./media-acts.ts";

/** How fast a video plays; large enough for a finger, where the player's own menu is not. */
export function SpeedChoice({ media }: { media: HTMLVideoElement | null }) {
  const { t } = useTranslation("lecture");
  const { number } = useFormats();
  const id = useId();
  const [speed, setSpeed] = useState(1);
  useEffect(() => {
    if (!media) return;
    const show = () => setSpeed(media.playbackRate);
    media.addEventListener("ratechange", show);
    return () => media.removeEventListener("ratechange", show);
  }, [media]);
  const choose = (chosen: number) => {
    setSpeed(chosen);
    if (!media) return;
    // What is loaded next keeps it too.
    media.defaultPlaybackRate = chosen;
    media.playbackRate = chosen;
  };
  return (
    <span className="lecture-speed">
      <label htmlFor={id}>{t("controls.speed")}</label>
      <select id={id} value={speed} disabled={!media} onChange={(event) => choose(Number(event.target.value))}>
        {SPEEDS.map((value) => (
          <option key={value} value={value}>
            {t("speed", { speed: number(value) })}
          </option>
        ))}
      </select>
    </span>
  );
}
