import * as v from 'valibot';
import type { FullAutoFill } from 'svelte/elements';
import { media } from './recording.ts';
import {
	Day,
	exactly,
	finite,
	Help,
	Key,
	Kinds,
	Label,
	list,
	most,
	OptionValue,
	whole,
	Word
} from './shape.ts';

/*
 * One shape for each kind of question, and what all of them have. Entries stand in the order in which they are written.
 */

const Option = exactly({ value: OptionValue, label: Label, help: v.exactOptional(Help) });
const offers = { options: list(Option, most.options), optionsFrom: v.exactOptional(Word) };
const maxWords = v.exactOptional(whole(1, 20_000));

/** What browsers can fill in of somebody's own: tokens of HTML, as far as they are words. */
const FillIn = v.pipe(
	v.string('wrong-kind'),
	v.regex(/^[a-z0-9-]+( [a-z0-9-]+){0,3}$/, 'not-a-word'),
	v.transform((token) => token as FullAutoFill)
);

const Media = v.pipe(v.array(v.picklist(media, 'not-an-option'), 'wrong-kind'), v.minLength(1, 'missing'));

const Rule = v.union(
	[
		exactly({
			question: Key,
			is: v.picklist(['any-of', 'none-of']),
			values: v.pipe(list(OptionValue, 100), v.minLength(1, 'missing'))
		}),
		exactly({ question: Key, is: v.picklist(['answered', 'not-answered']) }),
		exactly({ question: Key, is: v.picklist(['at-least', 'at-most']), number: finite })
	],
	'not-a-rule'
);
const rules = v.pipe(list(Rule, most.rules), v.minLength(1, 'missing'));
export const Condition = v.union([exactly({ all: rules }), exactly({ any: rules })], 'not-a-condition');

/** After what its kind has of its own. */
const common = {
	required: v.exactOptional(v.boolean('wrong-kind')),
	unless: v.exactOptional(list(Key, 20)),
	whenMissing: v.exactOptional(Help),
	seenBy: Word,
	personal: v.exactOptional(v.boolean('wrong-kind')),
	purpose: v.exactOptional(Help),
	neededBy: v.exactOptional(list(Word, 20)),
	keptMonths: v.exactOptional(whole(0, 240)),
	when: v.exactOptional(Condition),
	keptFor: v.exactOptional(Help)
};

const kind = <const Name extends string, const Own extends v.ObjectEntries>(name: Name, own: Own) =>
	exactly({ key: Key, kind: v.literal(name), label: Label, help: v.exactOptional(Help), ...own, ...common });

/** A question of any kind, entry by entry. What it means among the others is judged in form-faults.ts. */
export const QuestionShape = v.variant(
	'kind',
	[
		kind('short-text', { maxWords, autocomplete: v.exactOptional(FillIn) }),
		kind('long-text', { maxWords, rows: v.exactOptional(whole(1, 60)) }),
		kind('choice', { ...offers, list: v.exactOptional(v.boolean('wrong-kind')) }),
		kind('several', { ...offers, atMost: v.exactOptional(whole(1, most.options)) }),
		kind('ranking', { ...offers, first: v.exactOptional(whole(1, most.options)) }),
		kind('yes-no', { reason: v.picklist(['yes', 'no', 'either'], 'not-an-option'), maxWords }),
		kind('address', {}),
		kind('number', {
			decimal: v.exactOptional(v.boolean('wrong-kind')),
			least: v.exactOptional(finite),
			most: v.exactOptional(finite)
		}),
		kind('date', { least: v.exactOptional(Day), most: v.exactOptional(Day) }),
		kind('email', {}),
		kind('telephone', {}),
		kind('link', {}),
		kind('file', { accept: Kinds, mostMegabytes: whole(1, 500) }),
		kind('recording', {
			media: Media,
			mostMegabytes: whole(1, 2000),
			mostMinutes: v.exactOptional(whole(1, 600))
		}),
		kind('statement', {})
	],
	'unknown-kind'
);
