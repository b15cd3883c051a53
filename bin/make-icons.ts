// Draws public/icons and public/favicon.ico from the academy's mark. Run it again when the mark changes: node bin/make-icons.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";

const star = `<g fill="none" stroke="#fbf8f1" stroke-width="1.6"><rect x="-7.5" y="-7.5" width="15" height="15"/><rect x="-7.5" y="-7.5" width="15" height="15" transform="rotate(45)"/></g><circle r="2.6" fill="#d9a441"/>`;

/** `reach` is half the drawing's width: the larger, the more room around the star. */
function drawing({ reach, round }: { reach: number; round: boolean }): string {
  const box = `x="${-reach}" y="${-reach}" width="${reach * 2}" height="${reach * 2}"`;
  const ground = `<rect ${box} rx="${round ? reach * 0.4 : 0}" fill="#0f5d6c"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-reach} ${-reach} ${reach * 2} ${reach * 2}">${ground}${star}</svg>`;
}

function png(svg: string, size: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
}

/** An ICO file that holds one PNG. */
function ico(image: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(image.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, image]);
}

const rounded = drawing({ reach: 14, round: true });
// A launcher may cut a maskable icon to a circle of 80 %: https://www.w3.org/TR/appmanifest/#icon-masks
const whole = drawing({ reach: 17, round: false });

mkdirSync("public/icons", { recursive: true });
writeFileSync("public/icons/icon.svg", rounded);
writeFileSync("public/icons/icon-192.png", png(rounded, 192));
writeFileSync("public/icons/icon-512.png", png(rounded, 512));
writeFileSync("public/icons/maskable-512.png", png(whole, 512));
writeFileSync("public/icons/apple-touch-icon.png", png(whole, 180));
writeFileSync("public/favicon.ico", ico(png(rounded, 32), 32));
