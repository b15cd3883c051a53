import type { MouseEvent } from "react";
import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";

export type Pin = { id: string; number: number; x: number; y: number; tone: "plain" | "right" | "wrong" | "active" };

type PictureBoardProps = {
  picture: { src: string; alt: Translated; width: number; height: number };
  pins: readonly Pin[];
  locale: Locale;
  /** Says what pressing the picture does; without it, the picture cannot be pressed. */
  pressLabel?: string;
  /** Without a point when it was pressed by keyboard. */
  onPress?: (point: { x: number; y: number } | undefined) => void;
};

const tones: Record<Pin["tone"], string> = {
  plain: "fill-tile",
  active: "fill-tile-strong",
  right: "fill-ok",
  wrong: "fill-danger",
};

/** Where on the picture, in its own units, a pointer pressed. */
function pointOf(event: MouseEvent<HTMLElement>, { width, height }: { width: number; height: number }) {
  if (event.detail === 0) return undefined;
  const box = event.currentTarget.getBoundingClientRect();
  const within = (share: number, size: number) => Math.round(Math.min(1, Math.max(0, share)) * size * 10) / 10;
  return {
    x: within((event.clientX - box.left) / box.width, width),
    y: within((event.clientY - box.top) / box.height, height),
  };
}

/** A picture with numbered pins, in its own proportions at any width; it is not mirrored in any language. */
export function PictureBoard({ picture, pins, locale, pressLabel, onPress }: PictureBoardProps) {
  const formats = useFormats();
  const { width, height } = picture;
  const alt = pickTranslated(picture.alt, locale);
  const radius = Math.max(width, height) / 36;
  const drawing = (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="block h-auto w-full rounded border border-line"
      role="img"
      aria-label={alt.text}
      lang={alt.locale}
    >
      <image href={picture.src} width={width} height={height} />
      {pins.map((pin) => (
        <g key={pin.id}>
          <circle cx={pin.x} cy={pin.y} r={radius} className={tones[pin.tone]} stroke="#fff" strokeWidth={radius / 8} />
          <text
            x={pin.x}
            y={pin.y}
            dy="0.36em"
            textAnchor="middle"
            fontSize={radius * 1.2}
            fill="#fff"
            className="font-ui"
          >
            {formats.number(pin.number)}
          </text>
        </g>
      ))}
    </svg>
  );
  if (!onPress) return drawing;
  return (
    <div className="relative">
      {drawing}
      {/* Over the drawing and not around it: the numbers in it are no words of the button. */}
      <button
        type="button"
        aria-label={`${alt.text}. ${pressLabel ?? ""}`}
        className="absolute inset-0 h-full w-full cursor-crosshair"
        onClick={(event) => onPress(pointOf(event, picture))}
      />
    </div>
  );
}
