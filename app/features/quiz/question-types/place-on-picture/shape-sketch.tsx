import type { MouseEvent } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import type { Point, Shape } from "./picture-shape.ts";

type ShapeSketchProps = {
  width: number;
  height: number;
  /** Address of the picture beneath, where it is known. */
  href: string | undefined;
  shapes: readonly { id: string; shape: Shape }[];
  /** The place that a press moves. */
  active: string | undefined;
  /** Says what a press does. */
  label: string;
  onPress: (point: Point) => void;
};

/** The middle of a shape, where its number stands. */
function middleOf(shape: Shape): Point {
  if (shape.kind === "circle") return shape;
  if (shape.kind === "rectangle") return { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 };
  const sum = shape.points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / shape.points.length, y: sum.y / shape.points.length };
}

const isWhole = (shape: Shape) => {
  const { x, y } = middleOf(shape);
  const size = shape.kind === "circle" ? shape.r : shape.kind === "rectangle" ? shape.width + shape.height : 1;
  return Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(size);
};

function Outline({ shape, className, stroke }: { shape: Shape; className: string; stroke: number }) {
  const look = { className, strokeWidth: stroke, fillOpacity: 0.35 };
  if (shape.kind === "circle") return <circle cx={shape.x} cy={shape.y} r={Math.max(0, shape.r)} {...look} />;
  if (shape.kind === "polygon") {
    return <polygon points={shape.points.map(({ x, y }) => `${x},${y}`).join(" ")} {...look} />;
  }
  const { x, y, width, height } = shape;
  return <rect x={x} y={y} width={Math.max(0, width)} height={Math.max(0, height)} {...look} />;
}

/** The places on their picture. A press says where the active one is; by keyboard, its numbers do. */
export function ShapeSketch({ width, height, href, shapes, active, label, onPress }: ShapeSketchProps) {
  const formats = useFormats();
  if (!(width > 0 && height > 0)) return null;
  const unit = Math.max(width, height) / 200;
  const press = (event: MouseEvent<HTMLElement>) => {
    if (event.detail === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onPress({
      x: Math.round(((event.clientX - box.left) / box.width) * width),
      y: Math.round(((event.clientY - box.top) / box.height) * height),
    });
  };
  return (
    <div className="relative">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${height}`}
        className="block h-auto w-full rounded border border-line bg-surface"
      >
        {href ? <image href={href} width={width} height={height} /> : null}
        {shapes.map(({ id, shape }, index) => {
          if (!isWhole(shape)) return null;
          const { x, y } = middleOf(shape);
          const isActive = id === active;
          return (
            <g key={id}>
              <Outline
                shape={shape}
                className={isActive ? "fill-gold stroke-gold-ink" : "fill-tile stroke-tile"}
                stroke={isActive ? unit * 1.5 : unit}
              />
              <circle cx={x} cy={y} r={unit * 6} className={isActive ? "fill-gold-ink" : "fill-tile-strong"} />
              <text x={x} y={y} dy="0.36em" textAnchor="middle" fontSize={unit * 8} className="fill-paper font-ui">
                {formats.number(index + 1)}
              </text>
            </g>
          );
        })}
      </svg>
      {/* Over the drawing and not around it: the numbers in it are no words of the button. */}
      <button
        type="button"
        aria-label={label}
        onClick={press}
        className="absolute inset-0 h-full w-full cursor-crosshair"
      />
    </div>
  );
}
