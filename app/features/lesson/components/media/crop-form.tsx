import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import type { MediaFile } from "../../media/media-file.ts";
import type { Crop } from "../../media/media-schema.ts";
import { firstCrop, movedCrop, sizedCrop, soundCrop } from "./crop-field.ts";

type Change = typeof movedCrop;
type Size = { width: number; height: number };

const steps: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const FAR = 20;
const CORNER = 24;

/** Moves by pointer and by keys what `change` says, in pixels of the picture. */
function useHandle({ crop, size, set }: { crop: Crop; size: Size; set: (crop: Crop) => void }, change: Change) {
  const held = useRef<{ x: number; y: number; crop: Crop; scale: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent<SVGElement>) => {
      const drawn = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
      if (event.button !== 0 || !drawn) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { x: event.clientX, y: event.clientY, crop, scale: size.width / drawn.width };
    },
    onPointerMove: (event: PointerEvent<SVGElement>) => {
      const from = held.current;
      if (!from) return;
      const by = { x: (event.clientX - from.x) * from.scale, y: (event.clientY - from.y) * from.scale };
      set(change(from.crop, by, size));
    },
    onPointerUp: () => {
      held.current = null;
    },
    onPointerCancel: () => {
      held.current = null;
    },
    onKeyDown: (event: KeyboardEvent<SVGElement>) => {
      const step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      const times = event.shiftKey ? FAR : 1;
      set(change(crop, { x: step.x * times, y: step.y * times }, size));
    },
  };
}

type CropFormProps = { course: string; file: MediaFile; size: Size };

/** Cuts a part out of a picture: by a frame over it, or by the numbers that the frame has. */
export function CropForm({ course, file, size }: CropFormProps) {
  const { t } = useTranslation("media");
  const [crop, set] = useState(() => firstCrop(size));
  const typed = (name: keyof Crop) => ({
    name,
    type: "number",
    inputMode: "numeric" as const,
    min: name === "x" || name === "y" ? 0 : 1,
    value: String(crop[name]),
    label: t(`crop.${name}`),
    onChange: (event: { target: HTMLInputElement }) =>
      set(soundCrop({ ...crop, [name]: event.target.valueAsNumber }, size)),
  });
  return (
    <Form method="post" action={`/teach/${course}/${file.path}`} className="grid gap-4">
      <p className="text-ink-2">{t("crop.hint")}</p>
      <CropFrame file={file} size={size} crop={crop} set={set} />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Field {...typed("x")} />
        <Field {...typed("y")} />
        <Field {...typed("width")} />
        <Field {...typed("height")} />
      </div>
      <div>
        <Button name="intent" value="crop" kind="quiet">
          {t("crop.send")}
        </Button>
      </div>
    </Form>
  );
}

function CropFrame({
  file,
  size,
  crop,
  set,
}: Omit<CropFormProps, "course"> & { crop: Crop; set: (crop: Crop) => void }) {
  const { t } = useTranslation("media");
  const frame = useHandle({ crop, size, set }, movedCrop);
  const corner = useHandle({ crop, size, set }, sizedCrop);
  const side = (Math.max(size.width, size.height) * CORNER) / 480;
  const { x, y, width, height } = crop;
  const dark = `M0 0H${size.width}V${size.height}H0ZM${x} ${y}V${y + height}H${x + width}V${y}Z`;
  return (
    <svg
      aria-label={t("crop.title")}
      viewBox={`0 0 ${size.width} ${size.height}`}
      direction="ltr"
      className="max-h-128 w-full touch-none select-none rounded-sm border border-line bg-surface-2"
    >
      <image href={file.href} width={size.width} height={size.height} />
      <path d={dark} fill="#000" fillOpacity={0.55} fillRule="evenodd" pointerEvents="none" />
      <rect
        {...{ x, y, width, height, ...frame }}
        role="slider"
        tabIndex={0}
        aria-label={t("crop.frame")}
        aria-valuemin={0}
        aria-valuemax={size.width - width}
        aria-valuenow={x}
        aria-valuetext={t("crop.value", { ...crop })}
        fill="transparent"
        stroke="#fff"
        strokeWidth={2}
        className="cursor-move focus-visible:stroke-4 focus-visible:stroke-gold focus-visible:outline-none"
        vectorEffect="non-scaling-stroke"
      />
      <rect
        {...{ x: x + width - side / 2, y: y + height - side / 2, width: side, height: side, ...corner }}
        role="slider"
        tabIndex={0}
        aria-label={t("crop.corner")}
        aria-valuemin={1}
        aria-valuemax={size.width - x}
        aria-valuenow={width}
        aria-valuetext={t("crop.value", { ...crop })}
        fill="#fff"
        stroke="#0f5d6c"
        strokeWidth={2}
        className="cursor-nwse-resize focus-visible:stroke-4 focus-visible:stroke-gold focus-visible:outline-none"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
