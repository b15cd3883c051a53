import { useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { at, type Bound } from "../../components/editing/bound.ts";
import { LineField, NumberField, OneOfField } from "../../components/editing/fields.tsx";
import type { Point, Shape } from "./picture-shape.ts";

/** The shape as another kind of it, about where it was. */
function asKind(shape: Shape, kind: Shape["kind"]): Shape {
  const { x, y } = shape.kind === "polygon" ? (shape.points[0] ?? { x: 0, y: 0 }) : shape;
  if (kind === "circle") return { kind, x, y, r: 40 };
  if (kind === "rectangle") return { kind, x, y, width: 80, height: 80 };
  const points = [
    { x, y },
    { x: x + 80, y },
    { x, y: y + 80 },
  ];
  return { kind, points };
}

/** "10,20 30,40" as points; what is no number becomes NaN and is refused when it is saved. */
function readPoints(text: string): Point[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [x = Number.NaN, y = Number.NaN] = pair.split(",").map(Number);
      return { x, y };
    });
}

const writePoints = (points: readonly Point[]) => points.map(({ x, y }) => `${x},${y}`).join(" ");

function PointsField({ field }: { field: Bound<Point[]> }) {
  const { t } = useTranslation("question");
  const written = writePoints(field.value);
  const [typed, setTyped] = useState(written);
  const read = (text: string) => {
    setTyped(text);
    field.onChange(readPoints(text));
  };
  // As it was typed, unless the picture was pressed since.
  const value = writePoints(readPoints(typed)) === written ? typed : written;
  return <LineField field={{ ...field, value, onChange: read }} label={t("corners")} hint={t("cornersHint")} />;
}

function Measures({ shape }: { shape: Bound<Shape> }) {
  const { t } = useTranslation("question");
  const { value } = shape;
  if (value.kind === "polygon") return <PointsField field={at({ ...shape, value }, "points")} />;
  if (value.kind === "circle") {
    const circle = { ...shape, value };
    return (
      <div className="grid gap-3 sm:grid-cols-3">
        <NumberField field={at(circle, "x")} label={t("centreX")} />
        <NumberField field={at(circle, "y")} label={t("centreY")} />
        <NumberField field={at(circle, "r")} label={t("radius")} />
      </div>
    );
  }
  const rectangle = { ...shape, value };
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <NumberField field={at(rectangle, "x")} label={t("cornerX")} />
      <NumberField field={at(rectangle, "y")} label={t("cornerY")} />
      <NumberField field={at(rectangle, "width")} label={t("width")} />
      <NumberField field={at(rectangle, "height")} label={t("height")} />
    </div>
  );
}

/** Where a place is on the picture, in the picture's units. */
export function ShapeFields({ shape }: { shape: Bound<Shape> }) {
  const { t } = useTranslation("question");
  const kinds: { value: Shape["kind"]; label: string }[] = [
    { value: "circle", label: t("circle") },
    { value: "rectangle", label: t("rectangle") },
    { value: "polygon", label: t("polygon") },
  ];
  const kind = {
    ...shape,
    value: shape.value.kind,
    onChange: (next: Shape["kind"]) => shape.onChange(asKind(shape.value, next)),
  };
  return (
    <>
      <OneOfField field={kind} label={t("shape")} options={kinds} />
      <Measures key={shape.value.kind} shape={shape} />
    </>
  );
}
