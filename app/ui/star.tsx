/** The academy's mark: the eight-pointed star of the pattern. */
export function Star({ className }: { className?: string }) {
  return (
    <svg
      viewBox="-12 -12 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      <rect x="-7.5" y="-7.5" width="15" height="15" />
      <rect x="-7.5" y="-7.5" width="15" height="15" transform="rotate(45)" />
      <circle r="2.6" fill="currentColor" stroke="none" />
    </svg>
  );
}
