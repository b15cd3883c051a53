/** What is wrong with a package, and where; `line` counts from 1 and is absent where the whole file is meant. */
export type PackageProblem = { file: string; line?: number; reason: string };

/** Thrown when a package is refused; nothing of it has been taken in. */
export class PackageRefused extends Error {
  readonly problems: PackageProblem[];

  constructor(problems: PackageProblem[]) {
    super(`The package is refused: ${problems.map(sayProblem).join("; ")}`);
    this.name = "PackageRefused";
    this.problems = problems;
  }
}

/** A problem on one line, as compilers say it. */
export function sayProblem({ file, line, reason }: PackageProblem): string {
  return `${line === undefined ? file : `${file}:${line}`}: ${reason}`;
}

/** Orders problems as a person would mend them: by file, then by line. */
export function inReadingOrder(problems: PackageProblem[]): PackageProblem[] {
  return problems.toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.reason, b.reason),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
