import * as v from 'valibot';
import { locales } from '#words/addresses';

/*
 * A call as a file of facts (data/programme/*.json). Every message is what we expected to find there, so that the one
 * sentence about an unusable file can end with it. `null` is "not known", like a key that is left out.
 */

const text = (max = 6000) =>
	v.nullish(v.pipe(v.string('a text'), v.maxLength(max, `a text of at most ${max} characters`)));
const list = (longest = 300) =>
	v.nullish(
		v.pipe(
			v.array(
				v.pipe(v.string('a text'), v.maxLength(longest, `a text of at most ${longest} characters`)),
				'a list of texts'
			),
			v.maxLength(30, 'a list of at most 30 texts')
		)
	);
const amount = v.nullish(
	v.pipe(
		v.number('a number'),
		v.minValue(0, 'a number, 0 or more'),
		v.maxValue(1e7, 'a number up to 10,000,000')
	)
);
const whole = (most: number) =>
	v.nullish(
		v.pipe(
			v.number('a whole number'),
			v.integer('a whole number'),
			v.minValue(1, 'a whole number, 1 or more'),
			v.maxValue(most, `a whole number up to ${most}`)
		)
	);
const localTime = v.nullish(
	v.pipe(
		v.string('a date and time like "2024-03-11T12:00:00"'),
		v.check(isLocalTime, 'a date and time of the calendar like "2024-03-11T12:00:00", without an offset')
	)
);
const day = v.nullish(
	v.pipe(v.string('a date like "2024-03-29"'), v.check(isDay, 'a date of the calendar like "2024-03-29"'))
);
const some = <Entries extends v.ObjectEntries>(entries: Entries) =>
	v.nullish(v.object(entries, 'an object with named values'));

const Session = v.object(
	{
		n: whole(200),
		count: whole(200),
		mode: text(60),
		place: text(120),
		when: text(160),
		about: text(300)
	},
	'an object with named values'
);

const Criterion = v.object(
	{ name: v.string('a text'), about: text(600), weight: amount },
	'an object with named values'
);

const entries = {
	programme: v.pipe(
		v.string('the name of the programme'),
		v.trim(),
		v.nonEmpty('the name of the programme'),
		v.maxLength(120, 'a name of at most 120 characters')
	),
	host: text(120),
	kind: text(120),
	language: v.nullish(v.picklist(locales, locales.map((one) => `"${one}"`).join(' or '))),
	summary: text(300),
	purpose: text(),
	timeZone: v.nullish(v.string('an IANA time zone like "Europe/London"')),
	opens: localTime,
	closes: localTime,
	decisionsBy: day,
	runs: some({ from: day, to: day }),
	places: some({ min: whole(1000), max: whole(1000) }),
	timeCommitment: some({ hoursPerMonth: amount, note: text(600) }),
	cost: amount,
	stipend: some({
		amount,
		currency: v.nullish(
			v.pipe(
				v.string('a currency like "GBP"'),
				v.regex(/^[A-Za-z]{3}$/, 'a currency of three letters like "GBP"')
			)
		),
		instalments: list(120),
		note: text(600)
	}),
	expenses: list(),
	sessions: v.nullish(
		v.pipe(v.array(Session, 'a list of sessions'), v.maxLength(40, 'a list of at most 40 sessions'))
	),
	support: list(),
	outcomes: list(),
	topics: list(160),
	changeGoals: list(),
	kinds: v.nullish(
		v.array(
			v.object({ kind: v.string('a text'), example: text(500) }, 'an object with kind and example'),
			'a list of kinds with an example each'
		)
	),
	eligibility: some({ must: list(), welcome: list(), not: list() }),
	adaptations: text(1500),
	selectionRule: text(1500),
	criteria: v.nullish(
		v.pipe(v.array(Criterion, 'a list of criteria'), v.maxLength(20, 'a list of at most 20 criteria'))
	),
	rules: list(),
	ties: text(1000),
	whoDecides: text(1000),
	keep: some({ what: text(2000), months: whole(120), draftDays: whole(365) }),
	reporting: list(),
	funders: list(160),
	contact: v.nullish(
		v.union(
			[v.string(), v.object({ name: text(160), email: text(254), note: text(300) })],
			'a text, or an object with name and email'
		)
	)
};

export const CallFile = v.object(entries, 'an object with named values');
export type CallFile = v.InferOutput<typeof CallFile>;

/** Keys that nobody here reads, so that the answer can say so. Those that begin with _ are notes to people. */
export function unreadKeys(raw: object): string[] {
	return Object.keys(raw).filter((key) => !(key in entries) && !key.startsWith('_'));
}

export function isDay(written: string): boolean {
	if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(written)) return false;
	const read = new Date(`${written}T00:00:00Z`);
	return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written);
}

function isLocalTime(written: string): boolean {
	const [day = '', clock = ''] = written.split('T');
	return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(clock);
}
