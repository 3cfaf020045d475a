import {
	askForCohort,
	commitDraw,
	drawLots,
	giveVoice,
	showBoard,
	stopSolving,
	takeCohort,
	voidDraw
} from '#areas/programmes/server';
import { formAction, nested, page, underCostlyCeiling } from '#server/web';

export const load = page(showBoard, { from: 'both' });

type Done = { slug: string; solving: string };
const shown = ({ slug, solving }: Done) => `/panel/${slug}/board?solving=${solving}`;
export const actions = {
	ask: formAction(askForCohort, shown, { shape: nested, guard: (_, event) => underCostlyCeiling(event) }),
	stop: formAction(stopSolving, shown),
	voice: formAction(giveVoice, shown),
	take: formAction(takeCohort, shown),
	commit: formAction(commitDraw, shown),
	draw: formAction(drawLots, shown),
	void: formAction(voidDraw, shown)
};
