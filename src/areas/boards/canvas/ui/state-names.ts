import * as m from '#words';
import type { Progress } from '../progress.ts';

export const stateNames: Record<Progress, () => string> = {
	empty: m.canvas_empty,
	begun: m.canvas_begun,
	agreed: m.canvas_agreed
};
export const stateLooks = { empty: 'quiet', begun: 'plain', agreed: 'good' } as const;
