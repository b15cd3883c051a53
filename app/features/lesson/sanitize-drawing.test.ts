import { describe, expect, it } from "vitest";
import { sanitizeDrawing } from "./sanitize-drawing.ts";

function draw(inside: string, attributes = 'viewBox="0 0 640 360"') {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
  return sanitizeDrawing({ source, idPrefix: "d1-", label: "العين" });
}

describe("sanitizeDrawing", () => {
  it("keeps shapes, lettering, gradients, patterns, markers and clip paths", () => {
    const inside = [
      '<defs><clipPath id="c"><circle cx="1" cy="2" r="3"></circle></clipPath>',
      '<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h4"></path></pattern>',
      '<marker id="m" markerWidth="4" refX="2" orient="auto"><path d="M0 0L4 2"></path></marker></defs>',
      '<g clip-path="url(#c)" fill="url(#p)" transform="translate(1 2)"><line marker-end="url(#m)"></line></g>',
      '<text x="1" y="2" text-anchor="middle" fill="var(--ink-2, #5b5548)">أ &lt; ب</text>',
    ].join("");
    const drawn = draw(inside);
    expect(drawn).toMatchObject({ ok: true, width: 640, height: 360 });
    const expected = inside.replaceAll('id="', 'id="d1-').replaceAll("url(#", "url(#d1-");
    expect(drawn.ok && drawn.html).toBe(
      `<svg direction="ltr" viewBox="0 0 640 360" width="640" height="360" role="img" aria-label="العين">${expected}</svg>`,
    );
  });

  it("leaves out titles and descriptions, comments and its own size", () => {
    const drawn = draw("<title>T</title><!-- c --><desc>D</desc><g></g>", 'viewBox="0 0 1 1" width="9"');
    expect(drawn.ok && drawn.html).toMatch(/ width="1" height="1" [^>]*><g><\/g><\/svg>$/);
  });

  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["a script in another namespace", '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'],
    ["a foreign object", '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>'],
    ["a style element", "<style>*{fill:red}</style>"],
    ["a style attribute", '<g style="fill:red"></g>'],
    ["an event attribute", '<g onclick="alert(1)"></g>'],
    ["an event attribute in capitals", '<g ONLOAD="alert(1)"></g>'],
    ["a link", '<a href="https://example.org"><text>x</text></a>'],
    ["an image", '<image href="https://example.org/a.png"></image>'],
    ["a use", '<use href="#a"></use>'],
    ["an animation", '<animate attributeName="href" to="javascript:alert(1)"></animate>'],
    ["a filter", '<filter id="f"></filter>'],
    ["an outside reference", '<g fill="url(https://example.org/#a)"></g>'],
    ["an outside clip path", '<g clip-path="url(//example.org/a.svg#c)"></g>'],
    ["an escaped reference", '<g clip-path="u\\72l(x)"></g>'],
    ["a data address", '<g marker-end="url(data:image/svg+xml,x)"></g>'],
    ["a gradient that refers outside", '<linearGradient href="https://example.org#g"></linearGradient>'],
    ["a colour outside the palette", '<g fill="#ff0000"></g>'],
    ["a variable outside the palette", '<g fill="var(--evil, #ff0000)"></g>'],
    ["a class", '<g class="callout"></g>'],
    ["a second svg", "<svg></svg>"],
    ["an id that would end its attribute", '<g id="a&quot; onclick=&quot;x"></g>'],
    ["HTML that hides in a title", "<title><img src=x onerror=alert(1)></title>"],
    ["an instruction", "<?xml-stylesheet href='x'?>"],
  ])("refuses %s as a whole", (_, inside) => {
    const drawn = draw(inside);
    expect(drawn.ok).toBe(false);
    expect(drawn.ok ? [] : drawn.problems).not.toEqual([]);
  });

  it("refuses entities before they can grow", () => {
    const lol = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join(
      "",
    );
    const source = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "lol">${lol}]><svg viewBox="0 0 1 1"><text>&l9;</text></svg>`;
    expect(sanitizeDrawing({ source, idPrefix: "d", label: "x" })).toMatchObject({ ok: false });
    const file =
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 1 1"><text>&x;</text></svg>';
    expect(sanitizeDrawing({ source: file, idPrefix: "d", label: "x" })).toMatchObject({ ok: false });
  });

  it("leaves an entity that nobody defined as letters", () => {
    const drawn = draw("<text>&lol;</text>");
    expect(drawn.ok && drawn.html).toContain("<text>&amp;lol;</text>");
  });

  it("demands one svg with a viewBox, of a bearable size", () => {
    expect(draw("<g></g>", "")).toMatchObject({ ok: false });
    expect(draw("<g></g>", 'viewBox="0 0 0 10"')).toMatchObject({ ok: false });
    expect(draw("<g></g>", 'viewBox="0 0 1 x"')).toMatchObject({ ok: false });
    expect(draw("<g></g>".repeat(100_000))).toMatchObject({ ok: false });
    const two = '<svg viewBox="0 0 1 1"></svg><svg viewBox="0 0 1 1"></svg>';
    expect(sanitizeDrawing({ source: two, idPrefix: "d", label: "x" })).toMatchObject({ ok: false });
    expect(sanitizeDrawing({ source: "<html></html>", idPrefix: "d", label: "x" })).toMatchObject({ ok: false });
  });

  it("names the drawing in words that cannot leave their attribute", () => {
    const source = '<svg viewBox="0 0 1 1"></svg>';
    const drawn = sanitizeDrawing({ source, idPrefix: "d", label: '"><script>alert(1)</script>' });
    expect(drawn.ok && drawn.html).not.toContain("<script");
  });
});
