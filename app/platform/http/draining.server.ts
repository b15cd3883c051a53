let draining = false;

/** Whether this process was asked to stop: it is not ready for anything new, though it still answers. */
export const isDraining = () => draining;

/** From now on this process says that it is not ready. */
export function beginDraining(): void {
  draining = true;
}
