import { create } from "qrcode";

/** The light border that scanners need around a code, in modules (ISO/IEC 18004). */
const QUIET = 4;

/**
 * A QR code of a text as SVG, one path for all its dark modules, or null where even the largest code is too small for
 * it. `level` is how much of it may be damaged: M 15 %, L 7 %.
 */
export function drawQrCode(text: string, level: "M" | "L"): string | null {
  const modules = modulesOf(text, level);
  if (!modules) return null;
  const side = modules.size + 2 * QUIET;
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      const from = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > from) runs.push(`M${from + QUIET} ${row + QUIET}h${column - from}v1H${from + QUIET}z`);
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${runs.join("")}"/></svg>`;
}

function modulesOf(text: string, level: "M" | "L") {
  // The largest code (version 40) holds 2,953 bytes at level L, and the library throws for more.
  if (level === "L" && Buffer.byteLength(text) > 2_953) return null;
  return create(text, { errorCorrectionLevel: level }).modules;
}
