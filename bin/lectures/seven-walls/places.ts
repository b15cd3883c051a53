import type { Point } from "../drawing.ts";

// Places in metres east and north of the Dome of the Rock, simplified from plans of the city.

const SCALE = 0.318;
const CENTRE: Point = [470, 336];

/** Metres as units of the slide. */
export function length(metres: number): number {
  return metres * SCALE;
}

/** A place of the city on the slide. */
export function at([east, north]: Point): Point {
  return [CENTRE[0] + (east + 330) * SCALE, CENTRE[1] - (north + 60) * SCALE];
}

/** A line through places that are written "east,north east,north …". */
function line(...parts: string[]): Point[] {
  const places = parts.join(" ").split(" ");
  return places.map((place) => {
    const [east = 0, north = 0] = place.split(",").map(Number);
    return at([east, north]);
  });
}

export const kidron = line("120,900 215,560 225,300 235,0 225,-300 185,-560 130,-780 40,-960 60,-1080");
export const central = line("-500,520 -400,300 -300,100 -190,-60 -170,-320 -100,-520 -75,-760 -20,-930");
export const hinnom = line("-960,60 -900,-180 -890,-420 -850,-660 -640,-850 -320,-960 -20,-1000");
export const transversal = line("-700,-90 -520,-85 -360,-75 -200,-60");

/** The enclosure of the Haram, as it is since Herod, and the court before him, whose outline is an estimate. */
export const haram = line("-165,195 150,165 130,-305 -150,-290 -165,195");
export const olderCourt = line("-90,110 95,120 100,-170 -95,-165 -90,110");

export const bronze = {
  east: line("70,-360 112,-450 128,-540 104,-640 48,-760 -10,-815"),
  west: line("-10,-815 -45,-740 -30,-600 0,-470 30,-370 70,-360"),
};

const westernHill = "-740,-170 -760,-360 -730,-560 -600,-720 -380,-810 -150,-850 -10,-850";
const easternSlope = "-10,-850 60,-760 112,-640 136,-540 120,-440 128,-305";

export const iron = {
  broad: line("-180,-40 -300,-50 -390,-10 -450,-30 -470,-90"),
  north: line("-470,-90 -600,-140 -740,-170"),
  south: line(westernHill, easternSlope),
};

export const first = line("-165,-110 -300,-115 -480,-125 -620,-140 -740,-155", westernHill, easternSlope);
export const second = line("-470,-125 -480,40 -440,200 -420,380 -250,260 -150,195");
export const thirdFar = line("-740,-155 -870,166 -820,520 -640,760 -300,850 20,830 180,680 190,300 150,165");

const northWall = "-725,-155 -790,60 -870,166 -640,300 -483,421 -330,440 -123,532 40,530 165,490 150,165";
const southWall = "130,-305 -30,-298 -60,-366 -151,-366 -300,-430 -420,-540 -549,-566 -747,-565 -735,-350 -725,-155";

export const thirdNear = line(northWall);
export const byzantine = {
  north: line(northWall, "130,-305"),
  south: line(
    "130,-305 140,-440 130,-640 70,-790 -20,-880 -240,-840 -480,-790 -680,-660 -750,-560 -735,-350 -725,-155",
  ),
};
export const present = { north: line(northWall, "130,-305"), south: line(southWall) };
export const gates = line("-483,421 -123,532 153,310 140,60 -151,-366 -549,-566 -727,-165");

/** The two streets with columns that begin at the northern gate. */
export const streets = [
  line("-483,421 -440,100 -420,-200 -440,-560"),
  line("-483,421 -300,120 -200,-100 -150,-380 -60,-700"),
];

export const spring = at([150, -548]);
export const pool = at([-40, -830]);
export const citadel = at([-745, -175]);
export const zion = at([-560, -690]);
