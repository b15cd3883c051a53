import { create, type QRCodeSegment } from "qrcode";

/** The light border that scanners need around a code, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** What the largest code (version 40) holds at level L, in bits. */
const MOST_BITS = 23_648;

/** How a part of a code begins in the largest codes, in bits: its mode, and how long it is. */
const HEAD_BITS = { byte: 4 + 16, numeric: 4 + 14 };

/** An address that ends in digits. They are kept apart, because a code packs three of them into ten bits. */
export type CodedAddress = { address: string; digits: string };

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

/** Whether a code can hold that address. */
export function fitsInQrCode({ address, digits }: CodedAddress): boolean {
  const addressBits = HEAD_BITS.byte + 8 * Buffer.byteLength(address);
  const digitBits = HEAD_BITS.numeric + Math.ceil((digits.length * 10) / 3);
  return addressBits + digitBits <= MOST_BITS;
}

/**
 * A QR code of a long address as pixels, rows of one byte each (0 is black), since a path of so many modules is large and
 * slow. `scale` is pixels for a module.
 */
export function paintQrCode({ address, digits }: CodedAddress, { scale = 3 }: { scale?: number } = {}) {
  const parts: QRCodeSegment[] = [
    { mode: "byte", data: Buffer.from(address) },
    { mode: "numeric", data: digits },
  ];
  // Any mask can be read; to find the best of the eight takes most of the time.
  const { size, get } = modulesOf(parts, { errorCorrectionLevel: "L", maskPattern: 3 });
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

function modulesOf(text: string | QRCodeSegment[], options: Parameters<typeof create>[1]) {
  const { modules } = create(text, options);
  return { size: modules.size, get: (row: number, column: number) => modules.get(row, column) === 1 };
}
