import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { type CodedAddress, paintQrCode } from "./draw-qr-code.ts";

/** Layouts lie anywhere in here, and read nothing that is outside of it. */
const WORKSPACE = resolve("app");

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
  /** The layout's own file, as a path from `app`; it reads `data.json` beside it. */
  layout: string;
  /** What the layout is given, for JSON. */
  data: Record<string, unknown>;
  /** Laid in `images` beside the layout, each under its name. */
  images: { sha256: string; bytes: Uint8Array }[];
  /** Codes that are painted where the document is set, laid beside the images; `data` then says how wide each is. */
  codes?: Record<string, CodedAddress | null>;
  /** `svg` has all pages below each other. */
  to: "pdf" | "svg";
};

let made: NodeCompiler | undefined;

function compiler(): NodeCompiler {
  const { resolve: find } = createRequire(import.meta.url);
  made ??= NodeCompiler.create({
    workspace: WORKSPACE,
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
export function typeset({ layout, data, images, codes = {}, to }: TypesetOrder): Uint8Array {
  const typst = compiler();
  const mainFilePath = join(WORKSPACE, layout);
  const paths: string[] = [];
  const lay = (name: string, bytes: Uint8Array) => {
    const path = join(dirname(mainFilePath), name);
    typst.mapShadow(path, Buffer.from(bytes));
    paths.push(path);
  };
  for (const { sha256, bytes } of images) lay(join("images", sha256), bytes);
  const sides = Object.entries(codes).map(([name, address]) => {
    if (address === null) return [name, null];
    const { side, pixels } = paintQrCode(address);
    lay(join("images", name), pixels);
    return [name, side];
  });
  lay("data.json", Buffer.from(JSON.stringify({ ...data, ...Object.fromEntries(sides) })));
  const compile = (machineFonts: string) => {
    const compiled = typst.compile({ mainFilePath, inputs: { machineFonts }, resetRead: true });
    if (compiled.result) return compiled.result;
    throw new Error(`The document was not set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
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
