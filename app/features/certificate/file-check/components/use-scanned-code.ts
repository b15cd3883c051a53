import { useEffect } from "react";

/**
 * Hands over the digits that stand behind the `#` of the page's address, where a scanned code leads, and takes them out
 * of the address bar: nobody should share or keep a credential by sharing the page. `onCode` must be the same each time.
 */
export function useScannedCode(onCode: (digits: string) => void): void {
  useEffect(() => {
    const take = () => {
      const { hash, pathname, search } = window.location;
      // Others lead to a place on the page.
      if (!/^#\d/.test(hash)) return;
      // Past the router, which would ask the server for the page anew.
      window.history.replaceState(window.history.state, "", pathname + search);
      onCode(hash.slice(1));
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, [onCode]);
}
