import { expect, test } from "vitest";
import {
  contrastsOf,
  houseAccents,
  isReadable,
  onAccent,
  readableNear,
  schemes,
  TEXT_CONTRAST,
  themeSheet,
  worstContrast,
} from "./palette.ts";

test("the house's own accents can be read wherever they stand", () => {
  for (const scheme of schemes) {
    for (const { where, ratio } of contrastsOf(houseAccents[scheme], scheme)) {
      expect(ratio, `${scheme} ${where}`).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    }
  }
});

test("a colour too near to the page is refused, and the next one that would do is named", () => {
  expect(worstContrast("#f0c040", "light").ratio).toBeLessThan(2);
  expect(isReadable("#0f5d6c", "dark")).toBe(false);
  for (const scheme of schemes) {
    for (const wanted of ["#ff0000", "#00ff00", "#0000ff", "#ffff00", "#808080", "#ffffff", "#000000"]) {
      expect(isReadable(readableNear(wanted, scheme), scheme), `${wanted} ${scheme}`).toBe(true);
    }
  }
  expect(readableNear(houseAccents.light, "light")).toBe(houseAccents.light);
});

test("letters on a light colour are dark, and on a dark one white", () => {
  expect(onAccent("#ffe08a")).toBe("#0b1416");
  expect(onAccent("#5b1a8f")).toBe("#ffffff");
});

test("the sheet sets the accents of light pages and of dark ones, and nothing else", () => {
  const sheet = themeSheet({ light: "#5b1a8f", dark: "#d9b3ff" });
  expect(sheet.match(/--tile:#5b1a8f/g)).toHaveLength(1);
  expect(sheet.match(/--tile:#d9b3ff/g)).toHaveLength(2);
  expect(new Set(sheet.match(/--[a-z-]+/g))).toEqual(new Set(["--tile", "--tile-strong", "--tile-tint", "--on-tile"]));
});
