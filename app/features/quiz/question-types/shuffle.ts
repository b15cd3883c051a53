/** The same things in an order drawn from `random`, every order as likely as any other. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const drawn = [...list];
  for (let last = drawn.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [drawn[last], drawn[other]];
    if (a !== undefined && b !== undefined) [drawn[last], drawn[other]] = [b, a];
  }
  return drawn;
}

/** Shuffled so that nothing of the order in which the author wrote them is left, whatever `random` gives. */
export function shuffledBlindly<T extends { id: string }>(list: readonly T[], random: () => number): T[] {
  return shuffled(
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1)),
    random,
  );
}

/** Shuffles all but the fixed ones, which stay where they are. */
export function shuffledAround<T extends { fixed?: boolean | undefined }>(list: readonly T[], random: () => number) {
  const loose = shuffled(
    list.filter(({ fixed }) => !fixed),
    random,
  );
  return list.map((part) => (part.fixed ? part : (loose.shift() ?? part)));
}
