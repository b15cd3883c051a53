import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import { ConfirmSubmit } from "./confirm-submit.tsx";
import { DataTable } from "./data-table.tsx";
import { Girih } from "./girih.tsx";
import { Icon } from "./icon.tsx";
import { PageLinks } from "./page-links.tsx";
import { ProgressBar } from "./progress-bar.tsx";

const Anchor = ({ to, children, ...rest }: { to: string; rel?: string; children?: React.ReactNode }) => (
  <a href={to} {...rest}>
    {children}
  </a>
);

test("a table names its columns and rows, and can be scrolled by keyboard", () => {
  const html = renderToStaticMarkup(
    <DataTable
      caption="Learners"
      head={["Name", { key: "progress", label: "Progress", numeric: true }]}
      rows={[{ key: "1", cells: ["Layla", "38%"] }]}
    />,
  );
  expect(html).toMatch(/<caption[^>]*>Learners<\/caption>/);
  expect(html.match(/<th[^>]*scope="col"/g)).toHaveLength(2);
  expect(html).toMatch(/<th[^>]*scope="row"[^>]*>Layla<\/th>/);
  expect(html).toMatch(/<section[^>]*aria-label="Learners"[^>]*tabindex="0"/i);
});

test("an empty table shows what to do instead", () => {
  const html = renderToStaticMarkup(
    <DataTable caption="Learners" head={["Name"]} rows={[]} empty={<p>Nobody yet</p>} />,
  );
  expect(html).toBe("<p>Nobody yet</p>");
});

test("progress is rounded down, so that a whole is only said of what is whole", () => {
  expect(renderToStaticMarkup(<ProgressBar label="Progress" value={0.999} />)).toContain('value="99"');
});

test("the last crumb is the page itself, and not a link", () => {
  const items = [{ label: "Courses", to: "/courses" }, { label: "Maps" }];
  const html = renderToStaticMarkup(<Breadcrumbs label="You are here" items={items} LinkAs={Anchor} />);
  expect(html).toMatch(/<span aria-current="page"[^>]*>Maps<\/span>/);
  expect(html.match(/<a /g)).toHaveLength(1);
});

test("a list of one page has no way to others", () => {
  const labels = { navigation: "Pages", next: "Next", previous: "Previous" };
  expect(renderToStaticMarkup(<PageLinks labels={labels} LinkAs={Anchor} />)).toBe("");
});

test("without JavaScript a confirmed act is a plain submit button", () => {
  const html = renderToStaticMarkup(
    <ConfirmSubmit
      label="Withdraw"
      title="Withdraw?"
      text="Progress is kept."
      confirmLabel="Withdraw"
      cancelLabel="Stay"
      name="intent"
      value="withdraw"
    />,
  );
  expect(html).toMatch(/^<button[^>]*type="submit"/);
  expect(html).toMatch(/name="intent"[^>]*value="withdraw"|value="withdraw"[^>]*name="intent"/);
});

test("drawings are silent, and no style stands in the markup, which the security policy would refuse", () => {
  const html = renderToStaticMarkup(
    <>
      <Icon name="next" />
      <Girih />
    </>,
  );
  expect(html.match(/aria-hidden="true"/g)).toHaveLength(2);
  expect(html).not.toContain("style=");
});
