import * as m from '#words';
import type { Colour } from './tag.schema.ts';

export const colourNames: Record<Colour, () => string> = {
	slate: m.caseload_colour_slate,
	red: m.caseload_colour_red,
	amber: m.caseload_colour_amber,
	green: m.caseload_colour_green,
	blue: m.caseload_colour_blue,
	violet: m.caseload_colour_violet
};
