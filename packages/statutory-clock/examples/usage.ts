import { clock, explain, standingOn } from '../index.ts';

const request = clock({ id: 'bailiffs', regime: 'FOIA', received: '2026-09-05' });

export const due = request.due; // '2026-10-02'
export const latest = request.latestArguable; // '2026-10-05'
export const [sentence] = explain(request, 'en'); // 'An answer is due by the end of Friday 2 October 2026.'
export const { is } = standingOn('2026-10-05', request); // 'late-arguably'
