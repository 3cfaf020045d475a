import { say } from '#areas/forms';
import * as m from '#words';
import { successRate, type Line, type Numbers, type Table } from './numbers.ts';

type Pair = { name: string; text: string };

/** The numbers of a choice in sentences, for the page and for paper. */
export function totalsShown(numbers: Numbers): string[] {
	const { received, eligible, offered } = numbers;
	const rate = successRate(numbers);
	return [
		...(received === null ? [] : [m.release_numbers_received({ number: received })]),
		...(eligible === null ? [] : [m.release_numbers_eligible({ number: eligible })]),
		...(offered === null ? [] : [m.release_numbers_offered({ number: offered })]),
		...(rate ? [m.release_numbers_rate({ number: rate })] : []),
		m.release_numbers_few()
	];
}

/** One line for each option that stands alone, and one for all others. */
export function linesShown({ lines, others }: Table): Pair[] {
	const named = lines.map((line) => ({
		name: line.labels.map((label) => say(label)).join(', '),
		text: countsOf(line)
	}));
	return others ? [...named, { name: m.release_numbers_others(), text: countsOf(others) }] : named;
}

function countsOf({ received, offered }: Line): string {
	return offered === null
		? m.release_numbers_line({ received })
		: m.release_numbers_line_offered({ received, offered });
}
