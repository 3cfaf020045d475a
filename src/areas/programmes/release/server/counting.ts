import { questionsOf, type Words } from '#areas/forms';
import type { Context } from '#server/use-case';
import { formOf } from '../../form/server/reading.ts';
import type { StandingCall } from '../../server/call.sql.ts';
import { numbersOf, type Numbers, type Option } from '../numbers.ts';
import { listCounted, type Counted } from './counting.sql.ts';

const notSaid: Words = { message: 'release_not_said' };

/**
 * What is published of how many there were, worked out once, when everybody has heard. It is not worked out anew: the
 * difference of two publications would tell of those between them.
 */
export async function numbersFor(context: Context, call: StandingCall): Promise<Numbers> {
	const rows = await listCounted(context.db, call.id);
	const questions = new Map(questionsOf(await formOf(context, call)).map((one) => [one.key, one]));
	const optionsOf = (key: 'region' | 'kind'): Option[] => {
		const question = questions.get(key);
		return question && 'options' in question ? counted(rows, key, question.options) : [];
	};
	const all = {
		received: rows.length,
		eligible: rows.filter(({ isEligible }) => isEligible).length,
		offered: rows.filter(({ isOffered }) => isOffered).length
	};
	return numbersOf(all, { regions: optionsOf('region'), kinds: optionsOf('kind') });
}

/** Every option that could be chosen, and those who chose none. */
function counted(
	rows: readonly Counted[],
	key: 'region' | 'kind',
	options: readonly { value: string; label: Words }[]
): Option[] {
	const known = new Set(options.map(({ value }) => value));
	const count = (of: readonly Counted[]) => ({
		received: of.length,
		offered: of.filter(({ isOffered }) => isOffered).length
	});
	const said = options.map(({ value, label }) => ({
		value,
		label,
		...count(rows.filter((row) => row[key] === value))
	}));
	const others = rows.filter((row) => !known.has(row[key] ?? ''));
	return others.length ? [...said, { value: '', label: notSaid, ...count(others) }] : said;
}
