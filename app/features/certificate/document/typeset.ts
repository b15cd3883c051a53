import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** Where the layout lies; nothing outside of it is read. */
const LAYOUT = resolve("app/features/certificate/document/layout");
const MAIN = join(LAYOUT, "certificate.typ");

/** Whole fonts, in the order in which they are tried for a letter that the chosen ones lack. */
const FONTS = [
  "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
  "@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf",
  "@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf",
  "@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf",
  "@expo-google-fonts/noto-nastaliq-urdu/600SemiBold/NotoNastaliqUrdu_600SemiBold.ttf",
];

/** How many compilations a part that was not used again stays in the compiler's memory. */
const KEPT_FOR = 4;

export type TypesetOrder = {
  /** JSON of `documentData`. */
  document: string;
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

/** Sets a document in type. It takes all of its thread's time. Throws with Typst's own words where it cannot. */
export function typeset({ document, images, to }: TypesetOrder): Uint8Array {
  const typst = compiler();
  const paths = images.map(({ sha256, bytes }) => {
    const path = join(LAYOUT, "images", sha256);
    typst.mapShadow(path, Buffer.from(bytes));
    return path;
  });
  try {
    const compiled = typst.compile({ mainFilePath: MAIN, inputs: { document }, resetRead: true });
    const error = compiled.takeError();
    if (!compiled.result) throw new Error(`The certificate was not set: ${JSON.stringify(error?.shortDiagnostics)}`);
    if (to === "svg") return new TextEncoder().encode(typst.plainSvg(compiled.result));
    return typst.pdf(compiled.result, { pdfStandard: "a-3a" });
  } finally {
    for (const path of paths) typst.unmapShadow(path);
    typst.evictCache(KEPT_FOR);
  }
}
