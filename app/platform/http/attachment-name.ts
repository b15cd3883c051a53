/** RFC 5987, 3.2.1: what a name may hold beside letters and digits. */
const encodeName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A Content-Disposition by which a browser keeps what it is sent under this name and does not open it. */
export function attachmentNamed(name: string): string {
  return `attachment; filename*=UTF-8''${encodeName(name)}`;
}
