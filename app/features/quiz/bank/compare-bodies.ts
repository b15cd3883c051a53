/** A part of a question by its place: `choices`, `Choice 2` … */
export type ChangeStep = { key: string } | { number: number };

/** Something that one version says otherwise than another; null where it says nothing there. */
export type BodyChange = { where: ChangeStep[]; before: string | null; after: string | null };

type Leaf = { where: ChangeStep[]; value: string };

const idOf = (value: unknown): string | undefined =>
  typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? value.id : undefined;

/** What a body says, leaf by leaf, by a path that names parts by their ids, so that moving one changes nothing in it. */
function leavesOf(value: unknown, path = "", where: ChangeStep[] = []): [string, Leaf][] {
  if (Array.isArray(value)) {
    const order = value.map(idOf);
    const isParts = value.length > 0 && order.every((id) => id !== undefined);
    const parts = value.flatMap((part: unknown, index) =>
      leavesOf(part, `${path}/${idOf(part) ?? index}`, [...where, { number: index + 1 }]),
    );
    const inOrder: [string, Leaf] = [`${path}/#order`, { where: [...where, { key: "order" }], value: order.join(" ") }];
    return isParts ? [...parts, inOrder] : parts;
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, part]) =>
      key === "id" ? [] : leavesOf(part, `${path}/${key}`, [...where, { key }]),
    );
  }
  return value === undefined ? [] : [[path, { where, value: String(value) }]];
}

const isOrder = ({ where }: Leaf) => {
  const last = where.at(-1);
  return last !== undefined && "key" in last && last.key === "order";
};

/** The same parts in another order; where parts came or went, that is told by themselves. */
function isReordered(before: string, after: string): boolean {
  const sorted = (ids: string) => ids.split(" ").toSorted().join(" ");
  return before !== after && sorted(before) === sorted(after);
}

/** What is said otherwise in `after` than in `before`, in the order in which it stands. */
export function compareBodies(before: unknown, after: unknown): BodyChange[] {
  const [old, now] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  const paths = new Set([...now.keys(), ...old.keys()]);
  return [...paths].flatMap((path): BodyChange[] => {
    const [was, is] = [old.get(path), now.get(path)];
    const leaf = is ?? was;
    if (!leaf || was?.value === is?.value) return [];
    if (isOrder(leaf)) {
      return was && is && isReordered(was.value, is.value) ? [{ where: leaf.where, before: null, after: null }] : [];
    }
    return [{ where: leaf.where, before: was?.value ?? null, after: is?.value ?? null }];
  });
}
