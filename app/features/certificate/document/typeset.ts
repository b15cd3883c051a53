import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { DocumentData } from "./document-data.ts";
import { paintQrCode } from "./draw-qr-code.ts";

/** Where the layout lies; nothing outside of it is read. */
const LAYOUT = resolve("app/features/certificate/document/layout");
const MAIN = join(LAYOUT, "certificate.typ");

/** Whole fonts. Those of the machine have the same names at most, and come after them. */
const FONTS = [
  "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
  "@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf",
  "@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf",
  "@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf",
  "@expo-google-fonts/noto-nastaliq-urdu/600SemiBold/NotoNastaliqUrdu_600SemiBold.ttf",
  "@expo-google-fonts/noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf",
  "@expo-google-fonts/noto-serif-hebrew/600SemiBold/NotoSerifHebrew_600SemiBold.ttf",
];

/** How many compilations a part that was not used again stays in the compiler's memory. */
const KEPT_FOR = 4;

export type TypesetOrder = {
  document: DocumentData;
  images: { sha256: string; bytes: Uint8Array }[];
  /** `svg` has all pages below each other. */
  to: "pdf" | "svg";
};

let made: NodeCompiler | undefined;

function compiler(): NodeCompiler {
  const { resolve: find } = createRequire(import.meta.url);
  made ??= NodeCompiler.create({
    workspace: LAYOUT,
    fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(find(font))) }],
  });
  return made;
}

/**
 * What a document is set with, the first that does: PDF/A allows no letter without a shape, and our fonts, which are
 * the same on every machine, have those of the scripts that the academy writes. For others the machine's fonts are
 * asked, and at last an empty box stands in their place.
 */
const WAYS = [
  { machineFonts: "no", pdfStandard: "a-3a" },
  { machineFonts: "yes", pdfStandard: "a-3a" },
  { machineFonts: "yes", pdfStandard: "1.7" },
];

/** Sets a document in type. It takes all of its thread's time. Throws with Typst's own words where it cannot. */
export function typeset({ document, images, to }: TypesetOrder): Uint8Array {
  const typst = compiler();
  const paths: string[] = [];
  const lay = (name: string, bytes: Uint8Array) => {
    const path = join(LAYOUT, name);
    typst.mapShadow(path, Buffer.from(bytes));
    paths.push(path);
  };
  for (const { sha256, bytes } of images) lay(join("images", sha256), bytes);
  const code = document.wholeCode === null ? null : paintQrCode(document.wholeCode);
  if (code) lay(join("images", "whole-code"), code.pixels);
  lay("data.json", Buffer.from(JSON.stringify({ ...document, wholeCode: code?.side ?? null })));
  const compile = (machineFonts: string) => {
    const compiled = typst.compile({ mainFilePath: MAIN, inputs: { machineFonts }, resetRead: true });
    if (compiled.result) return compiled.result;
    throw new Error(`The certificate was not set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  };
  try {
    if (to === "svg") return new TextEncoder().encode(typst.plainSvg(compile("yes")));
    return firstThatWorks(WAYS, ({ machineFonts, pdfStandard }) => typst.pdf(compile(machineFonts), { pdfStandard }));
  } finally {
    for (const path of paths) typst.unmapShadow(path);
    typst.evictCache(KEPT_FOR);
  }
}

function firstThatWorks<Way, Made>(ways: Way[], make: (way: Way) => Made): Made {
  let failure: unknown;
  for (const way of ways) {
    try {
      return make(way);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
