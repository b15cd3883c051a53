/** Reads base64url without padding; undefined for what is none, and where bits that stand for nothing are set. */
export function readBase64url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const again = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  if (again !== text) return undefined;
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
