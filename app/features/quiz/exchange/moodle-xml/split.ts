/** One `<question>` of a file as it is written, with the comment before it; `source` is null where it is not closed. */
export type XmlPiece = { line: number; source: string | null; comment: string };

export type SplitXml = { doctypeAt: number | null; pieces: XmlPiece[] };

const TOKEN = /<!\[CDATA\[|<!--|<!DOCTYPE|<!ENTITY|<question(?=[\s>])|<\/question\s*>/gi;

const after = (text: string, end: string, from: number) => {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
};

/** Counts lines as it goes forward. */
function lineCounter(text: string) {
  let [line, from] = [1, 0];
  return (at: number) => {
    for (let next = text.indexOf("\n", from); next !== -1 && next < at; next = text.indexOf("\n", from)) {
      line += 1;
      from = next + 1;
    }
    return line;
  };
}

/** The questions of a file one by one, so that what is ill formed costs only its own. */
export function splitXml(text: string): SplitXml {
  const lineAt = lineCounter(text);
  const out: SplitXml = { doctypeAt: null, pieces: [] };
  const token = new RegExp(TOKEN);
  let open: { at: number; line: number } | null = null;
  let comment = "";
  const close = (source: string | null) => {
    if (open) out.pieces.push({ line: open.line, source, comment });
    [open, comment] = [null, ""];
  };
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [sign] = found;
    if (sign.startsWith("<![")) token.lastIndex = after(text, "]]>", token.lastIndex);
    else if (sign === "<!--") {
      const end = after(text, "-->", token.lastIndex);
      if (!open) comment = text.slice(token.lastIndex, end - 3);
      token.lastIndex = end;
    } else if (sign.startsWith("<!")) out.doctypeAt ??= lineAt(found.index);
    else if (sign.startsWith("</")) close(open ? text.slice(open.at, token.lastIndex) : null);
    else {
      if (open) close(null);
      open = { at: found.index, line: lineAt(found.index) };
    }
  }
  close(null);
  return out;
}
