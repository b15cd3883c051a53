import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { convert } from "fontverter";
import { Blob, Direction, Face, Font, Buffer as GlyphBuffer, shape } from "harfbuzzjs";

// hb-subset.h: HB_SUBSET_SETS_LAYOUT_FEATURE_TAG, HB_SUBSET_FLAGS_NO_HINTING, HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE.
const LAYOUT_FEATURES = 6;
const NO_HINTING = 0x1;
const NO_LAYOUT_CLOSURE = 0x200;
const HB_MEMORY_MODE_WRITABLE = 2;

export type Cut = {
  /** TTF, OTF, WOFF or WOFF2. */
  font: Uint8Array;
  /** The letters to keep. */
  text: string;
  /** OpenType features to keep; all of them unless given. */
  features?: readonly string[];
  /** Keeps only the letters' own glyphs and these, instead of everything the features could lead to. */
  glyphs?: Iterable<number>;
};

async function loadSubsetter() {
  const path = fileURLToPath(import.meta.resolve("harfbuzzjs/dist/harfbuzz-subset.wasm"));
  const { instance } = await WebAssembly.instantiate(await readFile(path));
  const { memory } = instance.exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error("HarfBuzz's subsetter has no memory");
  const call = (name: string, ...values: number[]): number => {
    const wanted = instance.exports[name];
    if (typeof wanted !== "function") throw new Error(`HarfBuzz's subsetter has no ${name}`);
    return Number(wanted(...values) ?? 0);
  };
  call("_initialize");
  // The memory may have grown, which makes an older view useless: take a new one each time.
  return { call, bytes: () => new Uint8Array(memory.buffer) };
}

const tagNumber = (tag: string) => [...tag].reduce((sum, letter) => (sum << 8) + letter.charCodeAt(0), 0);

/** A WOFF2 file with what is asked of a font, without hinting. */
export async function cutFont({ font, text, features, glyphs }: Cut): Promise<Uint8Array> {
  const { call, bytes } = await loadSubsetter();
  const source = await convert(Buffer.from(font), "sfnt");
  const at = call("malloc", source.length);
  bytes().set(source, at);
  const face = call("hb_face_create", call("hb_blob_create", at, source.length, HB_MEMORY_MODE_WRITABLE, 0, 0), 0);
  const input = call("hb_subset_input_create_or_fail");
  const letters = call("hb_subset_input_unicode_set", input);
  for (const letter of text) call("hb_set_add", letters, letter.codePointAt(0) ?? 0);
  const layout = call("hb_subset_input_set", input, LAYOUT_FEATURES);
  call("hb_set_clear", layout);
  if (!features) call("hb_set_invert", layout);
  for (const feature of features ?? []) call("hb_set_add", layout, tagNumber(feature));
  if (glyphs) {
    const kept = call("hb_subset_input_glyph_set", input);
    for (const glyph of glyphs) call("hb_set_add", kept, glyph);
  }
  call("hb_subset_input_set_flags", input, glyphs ? NO_HINTING | NO_LAYOUT_CLOSURE : NO_HINTING);
  const cut = call("hb_subset_or_fail", face, input);
  if (cut === 0) throw new Error("HarfBuzz could not cut the font");
  const blob = call("hb_face_reference_blob", cut);
  const from = call("hb_blob_get_data", blob, 0);
  return convert(Buffer.from(bytes().slice(from, from + call("hb_blob_get_length", blob))), "woff2");
}

/** Shapes Arabic text with a font: gives the glyphs that it becomes. */
export function arabicShaper(font: Uint8Array): (text: string) => number[] {
  const shaped = new Font(new Face(new Blob(new Uint8Array(font).buffer)));
  return (text) => {
    const buffer = new GlyphBuffer();
    buffer.addText(text);
    buffer.setDirection(Direction.RTL);
    buffer.setScript("Arab");
    shape(shaped, buffer);
    return buffer.getGlyphInfos().map(({ codepoint }) => codepoint);
  };
}
