import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AreaPlot } from "./area-plot.tsx";
import { BarPlot } from "./bar-plot.tsx";
import { placeAcross, spreadTicks } from "./plot-frame.tsx";
import { ScatterPlot } from "./scatter-plot.tsx";
import { SmallBars } from "./small-bars.tsx";

const bars = [
  { key: "a", value: 1, title: "A: 1" },
  { key: "b", value: 3, title: "B: 3" },
];
const common = { label: "What is shown", ticks: [{ at: 0.25, label: "tick" }], format: String };

const plots = (direction: "rtl" | "ltr"): ReactElement[] => [
  <BarPlot key="bars" {...common} direction={direction} bars={bars} band={{ from: 0, to: 0.5 }} />,
  <AreaPlot key="area" {...common} direction={direction} values={[1, 2, 5]} />,
  <ScatterPlot
    key="dots"
    {...common}
    direction={direction}
    range={[-1, 1]}
    points={[{ key: "a", at: 0.2, value: -0.5, title: "A", marked: true }]}
  />,
];

test("each plot has a name, words at its side and below, and no inline style", () => {
  for (const plot of plots("ltr")) {
    const html = renderToStaticMarkup(plot);
    expect(html).toContain('role="img" aria-label="What is shown"');
    expect(html).toContain(">tick</text>");
    expect(html).not.toContain("style=");
    expect(html).not.toMatch(/NaN|undefined/);
  }
});

test("what comes first stands where the page begins: at its left or at its right", () => {
  const firstBar = (direction: "rtl" | "ltr") =>
    /<rect x="([\d.]+)%"/.exec(
      renderToStaticMarkup(<BarPlot {...common} direction={direction} bars={bars} gap={0} />),
    )?.[1];
  expect(firstBar("ltr")).toBe("0");
  expect(firstBar("rtl")).toBe("50");
  expect(placeAcross("ltr", 0.25, 0.5)).toBe("25%");
  expect(placeAcross("rtl", 0.1, 0.5)).toBe("40%");
});

test("levels are whole numbers from nothing to what is reached", () => {
  const html = renderToStaticMarkup(<BarPlot {...common} direction="ltr" bars={bars} />);
  const levels = [...html.matchAll(/text-anchor="end"[^>]*>([^<]*)</g)].map(([, level]) => level);
  expect(levels).toEqual(["0", "1", "2", "3"]);
});

test("nothing and one thing are drawn as well", () => {
  const empty = renderToStaticMarkup(<AreaPlot {...common} direction="rtl" values={[]} />);
  const one = renderToStaticMarkup(<AreaPlot {...common} direction="rtl" values={[0]} />);
  const none = renderToStaticMarkup(<SmallBars direction="rtl" values={[]} most={1} />);
  for (const html of [empty, one, none]) expect(html).not.toMatch(/NaN|undefined/);
});

test("of many steps a few are named, in even distances", () => {
  const ticks = spreadTicks(Array.from({ length: 40 }, (_, place) => String(place)));
  expect(ticks.map(({ label }) => label)).toEqual(["0", "6", "12", "18", "24", "30", "36"]);
  expect(ticks.filter(({ minor }) => minor).map(({ label }) => label)).toEqual(["6", "18", "30"]);
  expect(spreadTicks(["only"])).toEqual([{ at: 0.5, label: "only", minor: false }]);
});
