/** A hash or key, which nobody reads and everybody compares. */
export const Digest = ({ children }: { children: string }) => (
  <bdi dir="ltr" className="block break-all font-mono text-ink-2 text-xs">
    {children}
  </bdi>
);
