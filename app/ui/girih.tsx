import { useId } from "react";

/** The eight-pointed pattern, drawn in the text colour. For the eye alone. */
export function Girih({ className }: { className?: string }) {
  const id = `girih${useId().replaceAll(/[^a-z0-9]/gi, "")}`;
  return (
    <svg aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid slice" className={className}>
      <defs>
        <pattern id={id} width="80" height="80" patternUnits="userSpaceOnUse">
          <g fill="none" stroke="currentColor" strokeWidth="1.2" transform="translate(40 40)">
            <rect x="-20" y="-20" width="40" height="40" />
            <rect x="-20" y="-20" width="40" height="40" transform="rotate(45)" />
            <path d="M0-40V-28.3M0 40V28.3M-40 0H-28.3M40 0H28.3M-40-40-20-20M40-40 20-20M-40 40-20 20M40 40 20 20" />
            <circle r="8" />
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
