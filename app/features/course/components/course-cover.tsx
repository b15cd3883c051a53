import { coverDrawing } from "../cover-drawing.ts";

/** The picture of a course, which says nothing that its title does not: a drawn one where it brings none. */
export function CourseCover({
  slug,
  sha256,
  eager = false,
  className = "aspect-[2/1] w-full object-cover",
}: {
  slug: string;
  sha256: string | null;
  eager?: boolean;
  className?: string;
}) {
  if (sha256) {
    return (
      <img
        src={`/media/${sha256}`}
        alt=""
        width={320}
        height={160}
        loading={eager ? undefined : "lazy"}
        decoding="async"
        className={className}
      />
    );
  }
  const { ground, line, accent, stars, rays } = coverDrawing(slug);
  return (
    <svg viewBox="0 0 320 160" aria-hidden="true" focusable="false" className={className}>
      <rect width="320" height="160" fill={ground} />
      <g transform="translate(160 80)" fill="none" stroke={line}>
        <path d={rays} strokeOpacity="0.25" />
        {stars.map((path) => (
          <path key={path} d={path} fill={ground} strokeWidth="1.5" />
        ))}
        <circle r="9" fill={accent} stroke="none" />
      </g>
    </svg>
  );
}
