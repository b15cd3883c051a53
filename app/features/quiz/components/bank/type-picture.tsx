import { classNames } from "#app/ui/class-names.ts";

// Drawn on 32 × 32 with a line of 2; what is right is filled.
const drawings: Record<string, { lines: string; filled?: string }> = {
  "single-choice": {
    lines:
      "M13 8h14M13 16h14M13 24h14M7 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM7 21.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
    filled: "M7 13a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
  },
  "multiple-choice": { lines: "M13 8h14M13 16h14M13 24h14M4.5 21.5h5v5h-5z", filled: "M4 5h6v6H4zM4 13h6v6H4z" },
  "true-false": { lines: "m4 17 4.5 4.5L16 11M20 12l8 8M28 12l-8 8" },
  "short-text": { lines: "M4 11h24v11H4zM9 14v5M13 19h9" },
  numeric: { lines: "M11 6 9 26M22 6l-2 20M6 12.5h21M5 19.5h21" },
  matching: { lines: "M5 8h7M5 24h7M20 8h7M20 24h7M12 8l8 16M12 24l8-16" },
  ordering: { lines: "M14 8h13M14 16h9M14 24h5M7 6v20M3.5 22.5 7 26l3.5-3.5" },
  "gap-text": { lines: "M4 8h24M4 24h12M4 16h4M24 16h4", filled: "M11 13h10v6H11z" },
  categorise: { lines: "M4 6h10v20H4zM18 6h10v20H18z", filled: "M6.500 9h5v4h-5zM6.500 15h5v4h-5zM20.500 9h5v4h-5z" },
  "place-on-picture": {
    lines: "M4 6h24v20H4zM4 22l7-7 5 5",
    filled: "M21 8.500c-2.200 0-4 1.700-4 3.900 0 2.900 4 7.100 4 7.100s4-4.200 4-7.100c0-2.200-1.800-3.900-4-3.900Z",
  },
  timeline: { lines: "M3 20h26M8 17v6M16 17v6M24 17v6", filled: "M8 6l4 4-4 4-4-4zM24 6l4 4-4 4-4-4z" },
  essay: { lines: "M7 4h13l5 5v19H7zM11 13h10M11 18h10M11 23h6" },
  "file-upload": { lines: "M7 20v8h18v-8M16 22V5M10 11l6-6 6 6" },
};

/** A small drawing of how a type of question is answered; what it says stands in words beside it. */
export function TypePicture({ type, className }: { type: string; className?: string }) {
  const drawing = drawings[type];
  if (!drawing) return null;
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={classNames("inline-block", className)}>
      <path
        d={drawing.lines}
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {drawing.filled ? <path d={drawing.filled} fill="currentColor" /> : null}
    </svg>
  );
}

/** The types in the order in which authors are offered them. */
export const typeNames = Object.keys(drawings);
