/**
 * Milliseconds of work that this process does from now on, each time that it is asked. Unlike the time on the wall it
 * is the same on a machine that has other things to do.
 */
export function startCpuClock(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  };
}
