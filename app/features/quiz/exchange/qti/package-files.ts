import { imageSize } from "image-size";
import type { QuestionFile } from "../exchanged-question.ts";

const PICTURE = /\.(png|jpe?g|webp|avif|svg)$/i;
const OWN = /^media\/[a-z0-9][a-z0-9._-]*$/;

/** A path as it is within the package, from the folder in which it is named; null where it leads out of it. */
function resolvePath(folder: string, address: string): string | null {
  const [bare = ""] = address.split(/[?#]/);
  const steps = bare.startsWith("/") ? bare.slice(1).split("/") : [...folder.split("/"), ...bare.split("/")];
  const path: string[] = [];
  for (const step of steps) {
    if (step === "" || step === ".") continue;
    if (step !== "..") path.push(step);
    else if (path.pop() === undefined) return null;
  }
  return path.join("/");
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** In letters that every address has. */
function plainName(path: string): string {
  const name = path.replace(/^.*\//, "").normalize("NFKD").toLowerCase();
  return name.replace(/[^a-z0-9._-]+/g, "-").replace(/^[^a-z0-9]+/, "") || "picture";
}

export const folderOf = (path: string): string => path.split("/").slice(0, -1).join("/");

/** The files of a package, of which those that questions name are kept for the course. */
export function openPackage(files: readonly QuestionFile[]) {
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const media = new Map<string, Uint8Array>();
  const places = new Map<string, string>();
  const taken = new Set(files.map(({ path }) => path));

  const find = (folder: string, address: string): string | null => {
    const candidates = [address, decoded(address)].flatMap((one) => [resolvePath(folder, one), resolvePath("", one)]);
    return candidates.find((path) => path !== null && byPath.has(path)) ?? null;
  };
  const place = (path: string): string => {
    if (OWN.test(path)) return path;
    const name = plainName(path);
    for (let n = 1; ; n += 1) {
      const free = n === 1 ? `media/${name}` : `media/${n}-${name}`;
      if (!taken.has(free)) return free;
    }
  };
  /** The path under which the course would have a picture of the package, or null where there is none. */
  const keep = (folder: string, address: string): string | null => {
    const path = find(folder, address);
    const bytes = path === null ? undefined : byPath.get(path);
    if (path === null || !bytes || !PICTURE.test(path)) return null;
    const known = places.get(path) ?? place(path);
    places.set(path, known);
    taken.add(known);
    media.set(known, bytes);
    return known;
  };
  /** Keeps a picture that stands in a text itself. */
  const keepOwn = (name: string, bytes: Uint8Array): string => {
    const path = place(`inline/${media.size + 1}-${name}`);
    taken.add(path);
    media.set(path, bytes);
    return path;
  };
  const sizeOf = (folder: string, address: string): { width: number; height: number } | null => {
    const path = find(folder, address);
    const bytes = path === null ? undefined : byPath.get(path);
    try {
      return bytes ? imageSize(bytes) : null;
    } catch {
      // It says by an Error of any kind that these bytes are no picture it knows.
      return null;
    }
  };
  return { byPath, media, keep, keepOwn, sizeOf, find };
}

export type OpenPackage = ReturnType<typeof openPackage>;
