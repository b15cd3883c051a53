import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LESSONS = "content/courses/jerusalem-through-the-ages/lessons";
/** About what a long lesson weighs as HTML. */
const BYTES = 25_000;

const inline = (text: string) =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/:span\[([^\]]*)\]\{[^}]*\}/g, "<bdi>$1</bdi>")
    .replace(/\[\^(\d+)\]/g, '<sup><a href="#note-$1" id="ref-$1">$1</a></sup>')
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '<a href="/courses">$1</a>');

function blockToHtml(block: string, index: number): string {
  if (block.startsWith("## ")) return `<h2 id="part-${index}">${inline(block.slice(3))}</h2>`;
  if (block.startsWith("> ")) return `<blockquote><p dir="auto">${inline(block.slice(2))}</p></blockquote>`;
  if (block.startsWith("- ")) {
    const items = block.split(/\n- /).map((item) => `<li dir="auto">${inline(item.replace(/^- /, ""))}</li>`);
    return `<ul>${items.join("")}</ul>`;
  }
  if (block.startsWith(":::"))
    return `<aside class="callout"><p dir="auto">${inline(block.replace(/:::.*/g, ""))}</p></aside>`;
  return `<p dir="auto">${inline(block)}</p>`;
}

/** HTML in the shape and size of long lessons, made of the sample lessons' words in one language. */
export function makeLessonHtml(locale: "ar" | "en"): string[] {
  const names = readdirSync(LESSONS).filter((name) => name.endsWith(`.${locale}.md`));
  const texts = names.map((name) => readFileSync(join(LESSONS, name), "utf8").split(/^---$/m).slice(2).join("---"));
  const pages = texts.map((text) =>
    text
      .trim()
      .split(/\n{2,}/)
      .map(blockToHtml)
      .join("\n"),
  );
  return pages.map((page, index) => {
    let html = page;
    for (let more = index + 1; Buffer.byteLength(html) < BYTES; more += 1) html += pages[more % pages.length];
    return html.slice(0, html.lastIndexOf("</p>", BYTES) + 4);
  });
}
