import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { findGuestPage, forgetGuestPages } from "./guest-pages.server.ts";

const page = (html: string, shared = "1") =>
  new Response(html, { headers: { "X-Same-For-Guests": shared, "Content-Type": "text/html" } });

function bodyOf(found: Awaited<ReturnType<typeof findGuestPage>>): string {
  if (!("page" in found)) return "not shared";
  const { bodies } = found.page;
  return String("identity" in bodies ? bodies.identity : gunzipSync(bodies.gzip));
}

test("a page is made once for all guests who ask while it is being made", async () => {
  let made = 0;
  const make = async () => {
    made += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return page("<p>مرحبا</p>");
  };
  const found = await Promise.all(Array.from({ length: 20 }, () => findGuestPage("once", make)));
  expect(made).toBe(1);
  expect(new Set(found.map(bodyOf))).toEqual(new Set(["<p>مرحبا</p>"]));
});

test("of a remembered page only the compressed forms are kept, and each holds the whole page", async () => {
  const html = "<p>سور القدس</p>".repeat(500);
  const make = vi.fn(async () => page(html));
  await findGuestPage("compressed", make);
  const bodies = await vi.waitFor(async () => {
    const found = await findGuestPage("compressed", make);
    if (!("page" in found) || "identity" in found.page.bodies) throw new Error("It is not compressed yet");
    return found.page.bodies;
  });
  expect(make).toHaveBeenCalledOnce();
  expect(String(brotliDecompressSync(bodies.br))).toBe(html);
  expect(String(gunzipSync(bodies.gzip))).toBe(html);
});

test("a page that may not be shared is given only to whoever asked", async () => {
  const make = async () => page("mine", "0");
  const found = await findGuestPage("personal", make);
  expect("response" in found && (await found.response.text())).toBe("mine");
});

test("a change forgets every page, also one that was being made when it came", async () => {
  await findGuestPage("changed", async () => page("old"));
  let release = () => {};
  const slow = findGuestPage("slow", async () => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return page("old");
  });
  forgetGuestPages();
  release();
  await slow;
  expect(bodyOf(await findGuestPage("changed", async () => page("new")))).toBe("new");
  expect(bodyOf(await findGuestPage("slow", async () => page("new")))).toBe("new");
});

test("a failure to make a page is not remembered", async () => {
  await expect(findGuestPage("fails", async () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(bodyOf(await findGuestPage("fails", async () => page("back")))).toBe("back");
});
