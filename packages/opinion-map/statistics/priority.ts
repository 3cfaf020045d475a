import type { Counts } from './counts.ts';
import { share } from './tests.ts';

/** How much a statement deserves to be shown next, as Polis has it (spec 2.10). */
export function priorityOf(counts: Counts, statement: number, extremity: number, isMeta: boolean): number {
	if (isMeta) return 49;
	let [agree, passed, seen] = [0, 0, 0];
	for (let place = statement; place < counts.seen.length; place += counts.statements) {
		agree += counts.agree[place]!;
		seen += counts.seen[place]!;
		passed += counts.seen[place]! - counts.agree[place]! - counts.disagree[place]!;
	}
	const importance = (1 - share(passed, seen)) * (1 + extremity) * share(agree, seen);
	return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2;
}
