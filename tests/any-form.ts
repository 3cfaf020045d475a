import fc, { type Arbitrary } from 'fast-check';
import {
	readForm,
	type Condition,
	type Question,
	type Rule,
	type StoredForm,
	type Words
} from '#areas/forms';
import { locales, type Locale } from '#words/addresses';

/*
 * Any form that may be kept: every kind, every entry there or not, words of every sort, conditions on what came before.
 */

const odd = fc.constantFrom(' begins', 'ends ', 'a\n\nb', '\ttab', '**bold**', '<b>x</b>', '${name}', '_x0041_', '=1+1', '{', '‘’“”', '\u{1F600}', '\uFFFE', "it's", '"', '# x', '…', 'السلام', '-', 'no', 'yes', '0', ','); // prettier-ignore
const present = (longest: number) =>
	fc
		.oneof({ weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: longest }) }, odd)
		.map((text) => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, ''))
		.filter((text) => text.trim() !== '' && text.length <= longest);
const locale = fc.constantFrom(...locales);

const words: Arbitrary<Words> = fc.oneof(
	{ weight: 4, arbitrary: present(30).map((text) => ({ text })) },
	fc
		.record({
			main: locale,
			text: present(20),
			more: fc.dictionary(locale, fc.oneof(present(20), fc.constant('')), { maxKeys: 3 })
		})
		.map(({ main, text, more }) => ({ texts: { ...more, [main]: text }, main })),
	fc.constantFrom<Words>(
		{ message: 'form_yes' },
		{ message: 'common_field_missing', inputs: { label: 'Name' } }
	)
);

const key = fc.oneof(
	{ weight: 4, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/) },
	fc.stringMatching(/^[a-z0-9-]{1,60}$/)
);
const word = fc.constantFrom('staff', 'panel', 'staff-after', 'access', 'contact');
const value = fc
	.oneof({ weight: 3, arbitrary: fc.stringMatching(/^[a-z0-9_]{1,6}$/) }, present(20))
	.map((text) => text.replace(/\s+/g, ' ').trim())
	.filter(Boolean);
const option = fc.record({ value, label: words, help: words }, { requiredKeys: ['value', 'label'] });
const options = fc.uniqueArray(option, { maxLength: 4, selector: (one) => one.value });
const whole = (most: number) => fc.integer({ min: 1, max: most });
const finite = fc.oneof(
	fc.integer({ min: -50, max: 50 }),
	fc.double({ noNaN: true, noDefaultInfinity: true })
);
const day = fc.constantFrom('2026-01-01', '2026-02-28', '2027-12-31');
const part = <T extends object>(entries: { [K in keyof T]: Arbitrary<T[K]> }, needed: (keyof T)[]) =>
	fc.record(entries, { requiredKeys: needed as never });
const chooses = { options, optionsFrom: fc.constantFrom('goals', 'regions') };

const kinds = fc.oneof(
	part({ kind: fc.constant('short-text'), maxWords: whole(20_000), autocomplete: fc.constantFrom('name', 'email') }, ['kind']),
	part({ kind: fc.constant('long-text'), maxWords: whole(300), rows: whole(60) }, ['kind']),
	part({ kind: fc.constant('choice'), ...chooses, list: fc.boolean() }, ['kind', 'options']),
	part({ kind: fc.constant('several'), ...chooses, atMost: whole(5) }, ['kind', 'options']),
	part({ kind: fc.constant('ranking'), ...chooses, first: whole(5) }, ['kind', 'options']),
	part({ kind: fc.constant('yes-no'), reason: fc.constantFrom('yes', 'no', 'either'), maxWords: whole(99) }, ['kind', 'reason']),
	part({ kind: fc.constant('number'), decimal: fc.boolean(), least: finite, most: finite }, ['kind']),
	part({ kind: fc.constant('date'), least: day, most: day }, ['kind']),
	part({ kind: fc.constant('file'), accept: fc.subarray(['pdf', 'docx', 'png', 'mp3'], { minLength: 1 }), mostMegabytes: whole(500) }, ['kind', 'accept', 'mostMegabytes']),
	part({ kind: fc.constant('recording'), media: fc.subarray(['audio', 'video', 'signed-video'], { minLength: 1 }), mostMegabytes: whole(2000), mostMinutes: whole(600) }, ['kind', 'media', 'mostMegabytes']),
	fc.constantFrom('address', 'email', 'telephone', 'link', 'statement').map((kind) => ({ kind }))
); // prettier-ignore

const common = part(
	{
		key, label: words, help: words, required: fc.boolean(), unless: fc.array(key, { maxLength: 2 }), whenMissing: words, seenBy: word,
		personal: fc.boolean(), purpose: words, neededBy: fc.array(word, { maxLength: 3 }), keptMonths: fc.integer({ min: 0, max: 240 }), keptFor: words
	},
	['key', 'label', 'seenBy']
); // prettier-ignore
const question = fc
	.tuple(common, kinds, fc.array(fc.nat(), { maxLength: 9 }))
	.map(([a, b, luck]) => ({ question: { ...a, ...b } as Question, luck }));
const titled = { key, title: words, help: words };
const page = fc.record(
	{ ...titled, questions: fc.array(question, { maxLength: 3 }) },
	{ requiredKeys: ['key', 'questions'] }
);
const section = fc.record(
	{ ...titled, pages: fc.array(page, { maxLength: 3 }) },
	{ requiredKeys: ['key', 'title', 'pages'] }
);
const languages = fc.uniqueArray(locale, { minLength: 1, maxLength: 3 });

type Drawn = { question: Question; luck: number[] };
type Page = { key: string; questions: Drawn[] };

export const anyForm: Arbitrary<StoredForm> = fc
	.tuple(languages, fc.array(section, { maxLength: 3 }))
	.map(([[main, ...others], sections]) => mended(main!, others, sections as never))
	.filter((form) => readForm(form).form !== undefined);

/** Keys come once, limits are the right way round, and conditions are about what came before. */
function mended(main: Locale, others: Locale[], sections: { key: string; pages: Page[] }[]): StoredForm {
	let count = 0;
	const fresh = (base: string) => `${base.slice(0, 40)}x${(count += 1)}`;
	const before: Question[] = [];
	const build = ({ question, luck }: Drawn): Question => {
		const { unless, ...rest } = question as Question & { least?: never; most?: never };
		const limits = rest.least !== undefined && rest.most !== undefined && rest.least > rest.most ? { least: rest.most, most: rest.least } : {};
		const many = 'options' in rest && rest.options.length < 5 ? { atMost: undefined, first: undefined } : {};
		const when = conditionOn(before, luck);
		const built = { ...rest, ...limits, ...many, key: fresh(rest.key), ...(when ? { when } : {}), ...(unless ? { unless: before.slice(0, unless.length).map((one) => one.key) } : {}) };
		const clean = Object.fromEntries(Object.entries(built).filter(([, entry]) => entry !== undefined)) as Question;
		before.push(clean);
		return clean;
	}; // prettier-ignore
	return {
		format: 1,
		main,
		others,
		sections: sections.map(({ pages, ...section }) => ({
			...section,
			key: fresh(section.key),
			pages: pages.map(({ questions, ...page }) => ({ ...page, key: fresh(page.key), questions: questions.map(build) }))
		}))
	} as unknown as StoredForm; // prettier-ignore
}

function conditionOn(before: readonly Question[], luck: readonly number[]): Condition | undefined {
	const rules = luck
		.slice(1)
		.flatMap((one) => ruleOn(before[one % Math.max(1, before.length)], one >>> 3) ?? []);
	if (!rules.length) return undefined;
	return luck[0]! % 2 ? { all: rules } : { any: rules };
}

function ruleOn(source: Question | undefined, luck: number): Rule | undefined {
	if (!source) return undefined;
	const { key } = source;
	const values = source.kind === 'yes-no' ? ['yes', 'no'] : source.kind === 'choice' || source.kind === 'several' ? source.options.map((one) => one.value) : [];
	if (values.length && luck % 3) return { question: key, is: luck % 2 ? 'any-of' : 'none-of', values: luck % 5 ? values : values.slice(0, 1) };
	if (source.kind === 'number' && luck % 3) return { question: key, is: luck % 2 ? 'at-least' : 'at-most', number: luck % 7 ? luck % 100 : luck / 7e9 };
	return { question: key, is: luck % 2 ? 'answered' : 'not-answered' };
} // prettier-ignore
