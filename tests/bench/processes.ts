import { readdirSync, readFileSync } from "node:fs";

/** Ticks of the clock in a second, as Linux counts CPU time in /proc. */
const TICKS = 100;

function statOf(pid: number): { parent: number; seconds: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in brackets, may hold spaces; after it come the state, the parent, and from the 12th on the times.
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const times = fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0);
    return { parent: fields[1] ?? 0, seconds: times / TICKS };
  } catch {
    return undefined;
  }
}

/** A process and all that it started. */
export function treeOf(root: number): number[] {
  const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
  const parents = new Map(pids.map((pid) => [pid, statOf(pid)?.parent]));
  const tree = [root];
  for (const pid of tree) tree.push(...pids.filter((other) => parents.get(other) === pid));
  return tree;
}

/** CPU time that a process and its children have used, in seconds. */
export function cpuSeconds(root: number): number {
  return treeOf(root).reduce((sum, pid) => sum + (statOf(pid)?.seconds ?? 0), 0);
}

/** Resident memory of a process and its children, in megabytes; memory that they share is counted once. */
export function memoryMegabytes(root: number): number {
  const kilobytes = treeOf(root).map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return Math.round(kilobytes.reduce((sum, size) => sum + size, 0) / 1_024);
}
