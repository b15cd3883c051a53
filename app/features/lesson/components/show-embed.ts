/** Puts the frame in the place of the link that asked for it, and the focus into the frame. */
export function showEmbed(link: HTMLElement): void {
  const frame = document.createElement("iframe");
  frame.className = "embed-frame";
  frame.src = link.dataset.embed ?? "";
  frame.title = link.dataset.title ?? "";
  frame.allow = "fullscreen; picture-in-picture; encrypted-media";
  link.replaceWith(frame);
  frame.focus();
}
