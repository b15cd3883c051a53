const MAX_LENGTH = 60;

/** How a file's name ends, in lower case, without the dot; empty where it has no ending. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";
}

/** The name without its ending, in the letters that a path may hold: "Plan of the Ḥaram.ar.PNG" is "plan-of-the-haram.ar". */
function plainName(name: string): string {
  const ending = endingOf(name);
  const stem = ending ? name.trim().slice(0, -ending.length - 1) : name;
  return stem
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/[.-]*\.[.-]*/g, ".")
    .slice(0, MAX_LENGTH)
    .replace(/^[.-]+|[.-]+$/g, "");
}

/**
 * The path of a new file of a course, `media/<name>.<ending>`: after the name that it came with, where that has any
 * letters that a path may hold (else `otherwise`), and one that no other file has.
 */
export function mediaPath(input: {
  name: string;
  ending: string;
  otherwise: string;
  taken: (path: string) => boolean;
}): string {
  const stem = plainName(input.name) || input.otherwise;
  for (let number = 1; ; number += 1) {
    const path = `media/${stem}${number === 1 ? "" : `-${number}`}.${input.ending}`;
    if (!input.taken(path)) return path;
  }
}

/** The file's name alone, as people see it. */
export function fileNameOf(path: string): string {
  return path.replace(/^media\//, "");
}
