declare module "bidi-js" {
  type Levels = { levels: Uint8Array; paragraphs: { start: number; end: number; level: number }[] };

  /** The Unicode Bidirectional Algorithm (UAX #9). */
  export default function bidiFactory(): {
    /** Levels of the UTF-16 units; without a direction that of the first strong letter. */
    getEmbeddingLevels(text: string, direction?: "ltr" | "rtl" | "auto"): Levels;
    /** The indices of the units in the order in which they are seen, from the left. */
    getReorderedIndices(text: string, levels: Levels): number[];
    /** "L", "R", "AL", "EN", "ON" and so on. */
    getBidiCharTypeName(character: string): string;
  };
}
