const siteOf = ({ hostname }: URL) => hostname.split(".").slice(-2).join(".");
const folderOf = ({ pathname }: URL) => pathname.split("/").slice(0, 3).join("/");

/** Whether a script fetched an address for the stream at `stream`: our own lie in one folder, those of a provider on its hosts. */
export function isOfStream(address: string, stream: string): boolean {
  const url = new URL(address, window.location.href);
  const from = new URL(stream, window.location.href);
  if (from.origin === window.location.origin) return url.origin === from.origin && folderOf(url) === folderOf(from);
  return siteOf(url) === siteOf(from);
}

/** Tells the bytes on the wire of what is fetched for a stream. What a host does not let us see is not told. */
export function watchEntries(stream: string, onBytes: (bytes: number) => void): () => void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry instanceof PerformanceResourceTiming && isOfStream(entry.name, stream)) onBytes(entry.transferSize);
    }
  });
  observer.observe({ type: "resource" });
  return () => observer.disconnect();
}
