/** The figure's alt takes the place of these. */
export const readPast = new Set(["title", "desc"]);

/** Elements inside the <svg> of a drawing. */
export const elementNames = new Set(
  `g defs path rect circle ellipse line polyline polygon text tspan
   linearGradient radialGradient stop pattern marker clipPath`.split(/\s+/),
);

export const paintAttributes = new Set(["fill", "stroke", "stop-color", "color"]);

export const attributeNames = new Set(
  `id d points x y x1 y1 x2 y2 cx cy r rx ry dx dy width height viewBox preserveAspectRatio pathLength
   transform opacity visibility fill fill-opacity fill-rule color clip-rule clip-path
   stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray
   stroke-dashoffset vector-effect paint-order shape-rendering
   font-size font-weight font-style font-variant text-anchor dominant-baseline alignment-baseline baseline-shift
   rotate textLength lengthAdjust letter-spacing word-spacing text-decoration direction unicode-bidi writing-mode
   gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity fx fy fr
   patternUnits patternContentUnits patternTransform
   marker-start marker-mid marker-end markerWidth markerHeight markerUnits orient refX refY
   clipPathUnits`.split(/\s+/),
);

/** Attributes that are harmless and of no use inside a page. */
export const dropped = new Set([
  "xmlns",
  "version",
  "role",
  "aria-label",
  "aria-labelledby",
  "aria-hidden",
  "lang",
  "xml:lang",
  "xml:space",
]);

const PALETTE =
  "paper surface surface-2 line line-strong ink ink-2 tile tile-strong tile-tint gold gold-ink gold-tint danger ok";
const COLOUR = new RegExp(
  `^(none|transparent|inherit|currentColor|var\\(--(${PALETTE.replaceAll(" ", "|")}), ?#[0-9a-f]{3,8}\\))$`,
  "i",
);

/** A colour that follows the theme. */
export function isColour(value: string): boolean {
  return COLOUR.test(value);
}
