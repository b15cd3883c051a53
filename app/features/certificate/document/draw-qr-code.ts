import { create } from "qrcode";

/** The light border that scanners need around a code, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** What the largest code (version 40) holds at level L, in bytes. */
const MOST_BYTES = 2_953;

/** A QR code of an address as SVG, one path for all its dark modules; 15 % of it may be damaged. */
export function drawQrCode(text: string): string {
  const { size, get } = modulesOf(text, { errorCorrectionLevel: "M" });
  const side = size + 2 * QUIET;
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = column;
      while (column < size && get(row, column)) column += 1;
      if (column > from) runs.push(`M${from + QUIET} ${row + QUIET}h${column - from}v1H${from + QUIET}z`);
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${runs.join("")}"/></svg>`;
}

/** Whether a code can hold that text. */
export function fitsInQrCode(text: string): boolean {
  return Buffer.byteLength(text) <= MOST_BYTES;
}

/**
 * A QR code of a long text as pixels, rows of one byte each (0 is black), since a path of so many modules is large and
 * slow. `scale` is pixels for a module.
 */
export function paintQrCode(text: string, { scale = 3 }: { scale?: number } = {}) {
  // Any mask can be read; to find the best of the eight takes most of the time.
  const { size, get } = modulesOf(text, { errorCorrectionLevel: "L", maskPattern: 3 });
  const side = (size + 2 * QUIET) * scale;
  const pixels = new Uint8Array(side * side).fill(255);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!get(row, column)) continue;
      for (let line = 0; line < scale; line += 1) {
        const from = ((row + QUIET) * scale + line) * side + (column + QUIET) * scale;
        pixels.fill(0, from, from + scale);
      }
    }
  }
  return { side, pixels };
}

function modulesOf(text: string, options: Parameters<typeof create>[1]) {
  const { modules } = create(text, options);
  return { size: modules.size, get: (row: number, column: number) => modules.get(row, column) === 1 };
}
