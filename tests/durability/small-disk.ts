import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

const SMALL = "512k";
const LARGE = "64m";
const SMALL_BYTES = 512 * 1024;

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: "ignore" });

function mount(folder: string): boolean {
  try {
    run("mount", "-t", "tmpfs", "-o", `size=${SMALL}`, "tmpfs", folder);
    return true;
  } catch {
    return false;
  }
}

/**
 * A folder on a disk of half a megabyte, until it is made to `grow`. Where this user may mount nothing, no file that
 * this process and those it starts write may be larger than that instead.
 */
export async function openSmallDisk(folder: string) {
  mkdirSync(folder, { recursive: true });
  const isMounted = mount(folder);
  const limit = (size: number | "unlimited") =>
    run("prlimit", "--pid", String(process.pid), `--fsize=${size}:unlimited`);
  if (!isMounted) limit(SMALL_BYTES);
  return {
    folder,
    grow: async () => (isMounted ? run("mount", "-o", `remount,size=${LARGE}`, folder) : limit("unlimited")),
    close: async () => void (isMounted && run("umount", folder)),
  };
}
