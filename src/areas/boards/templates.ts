import * as v from 'valibot';
import canvas from './templates/canvas.json' with { type: 'json' };
import communityMap from './templates/community-map.json' with { type: 'json' };
import dataCycle from './templates/data-cycle.json' with { type: 'json' };
import freeLanes from './templates/free-lanes.json' with { type: 'json' };
import opinionSpectrum from './templates/opinion-spectrum.json' with { type: 'json' };
import persona from './templates/persona.json' with { type: 'json' };
import placard from './templates/placard.json' with { type: 'json' };
import play from './templates/play.json' with { type: 'json' };
import powerMap from './templates/power-map.json' with { type: 'json' };
import retrospective from './templates/retrospective.json' with { type: 'json' };
import retrospectiveFeelings from './templates/retrospective-feelings.json' with { type: 'json' };
import retrospectiveFour from './templates/retrospective-four.json' with { type: 'json' };
import tactics from './templates/tactics.json' with { type: 'json' };
import { TemplateShape } from './template.schema.ts';
import type { Template } from './template.ts';

/** What we ship, in the order in which it is offered. Judged as it is read: a file that is wrong stops the start. */
export const templates: readonly Template[] = [
	canvas,
	dataCycle,
	powerMap,
	opinionSpectrum,
	persona,
	placard,
	tactics,
	play,
	retrospective,
	retrospectiveFeelings,
	retrospectiveFour,
	communityMap,
	freeLanes
].map((file) => v.parse(TemplateShape, file));

export function templateOf(key: string): Template | undefined {
	return templates.find((template) => template.key === key);
}
