import { classNames } from "#app/ui/class-names.ts";

// Drawn as those of the house are: on 24 × 24 with a line of 1.75. They come with the editor alone.
const paths = {
  attachment: "M20 11.5 12.2 19.3a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.5 1.5 0 0 1-2.2-2.2l7.3-7.3",
  bold: "M7 4.5h6.2a3.6 3.6 0 0 1 0 7.2H7zM7 11.7h7a3.9 3.9 0 0 1 0 7.8H7z",
  callout: "M4 4.5h16v11H12l-4.5 4v-4H4zM8 8.5h8M8 11.5h5",
  citation: "M8 4.5H4.5v15H8M16 4.5h3.5v15H16M10.2 9.7l2.3-1.7v8",
  code: "m8.5 7-5 5 5 5M15.5 7l5 5-5 5M13.5 5l-3 14",
  document: "M3.5 4.5h7.5v15H3.5zM13 4.5h7.5v15H13zM6 8.5h2.5M6 12h2.5M15.5 8.5H18M15.5 12H18",
  down: "M12 5v14m-5.5-5.5L12 19l5.5-5.5",
  embed: "M3.5 5h17v14h-17zM10 9v6l5-3z",
  figure: "M3.5 5h17v14h-17zM3.5 16l5-5 4 4 3-3 5 5M15.5 9.2v.1",
  footnote: "M4 18.5 9 6l5 12.5M5.8 14h6.4M17.5 5l1.8-1.5V10",
  grip: "M9 5.5v.1M15 5.5v.1M9 12v.1M15 12v.1M9 18.5v.1M15 18.5v.1",
  heading: "M5.5 5v14M14 5v14M5.5 12H14M18 12.5l2-1.5v8",
  italic: "M14.5 4.5h-5M14.5 19.5h-5M13.5 4.5l-3 15",
  keyboard: "M3 6h18v12H3zM6.5 9.7v.1M10 9.7v.1M13.5 9.7v.1M17 9.7v.1M7.5 14.3h9",
  language:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-18c5 5.2 5 12.8 0 18-5-5.2-5-12.8 0-18ZM3.4 9.2h17.2M3.4 14.8h17.2",
  link: "M10 14a4 4 0 0 0 5.7 0l3.2-3.2a4 4 0 1 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.2 3.2a4 4 0 1 0 5.7 5.7l1.2-1.2",
  list: "M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.1M4.5 12v.1M4.5 17.5v.1",
  map: "M9 4.5 3.5 7v12.5L9 17l6 2.5 5.5-2.5V4.5L15 7zM9 4.5V17M15 7v12.5",
  "numbered-list": "M10 6.5h10M10 12h10M10 17.5h10M4 5l1.5-1v5M4 15.2c1.8-1.8 3.4.2 1.4 1.8L4 18.8h3",
  paragraph: "M4 6h16M4 10h16M4 14h16M4 18h10",
  plus: "M12 5v14M5 12h14",
  quote: "M5 17c2.5-.5 4-2.4 4-5.5V7H4.5v5H8M15 17c2.5-.5 4-2.4 4-5.5V7h-4.5v5H18",
  redo: "M20 8.5H9.5a5.5 5.5 0 0 0 0 11H13M16 4.5l4 4-4 4",
  rule: "M3.5 12h17",
  "self-check": "M4 4h16v16H4zM8 12.2l2.8 2.8 5.2-5.8",
  settings:
    "M4 7h9m4 0h3M4 17h3m4 0h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  table: "M3.5 5h17v14h-17zM3.5 9.7h17M3.5 14.3h17M12 9.7V19",
  timeline: "M3 16h18M6.5 16v3M12 16v3M17.5 16v3M6.5 12.5v-7M12 12.5V10M17.5 12.5v-5",
  trash: "M4 7h16M9.5 7V4h5v3M6.5 7l1 13h9l1-13",
  undo: "M4 8.5h10.5a5.5 5.5 0 0 1 0 11H11M8 4.5l-4 4 4 4",
  up: "M12 19V5M6.5 10.5 12 5l5.5 5.5",
  verse: "M4 6.5h7M4 11h7M4 15.5h7M14.5 8.7h5.5M14.5 13.2h5.5M14.5 17.7h5.5",
} as const;

export type EditorIconName = keyof typeof paths;

// They point along the line of text.
const mirrored: readonly EditorIconName[] = ["undo", "redo", "list", "paragraph", "verse"];

/** A small drawing that only repeats what the words beside it say; hidden from screen readers. */
export function EditorIcon({ name, className = "size-5 flex-none" }: { name: EditorIconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={classNames("inline-block", mirrored.includes(name) && "mirrored", className)}
    >
      <path d={paths[name]} />
    </svg>
  );
}
