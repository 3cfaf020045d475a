import * as v from 'valibot';
import { lines, neededText, number, oneOf, rows, someOf, text, ticked } from '#shared/fields';
import { locales } from '#words/addresses';
import { changeGoals, kindsOfCampaign } from './campaign.ts';
import { Anchors, CriterionUse, SaidTerms } from './terms/terms.schema.ts';

/*
 * What a call says, apart from its dates. The same shape is written by the form of the desk and by an imported file,
 * kept as JSON with every published version, and given out as JSON. What the host has not said is empty, never made up.
 */

const modes = ['face-to-face', 'online', 'hybrid'] as const;

const Kind = { kind: v.picklist(kindsOfCampaign, 'not-an-option'), example: text(500) };
const Session = {
	count: number({ least: 1, most: 200 }),
	mode: oneOf(modes),
	place: text(120),
	when: text(160),
	about: text(300)
};
const Criterion = {
	name: text(120),
	about: text(600),
	weight: number({ most: 1000, whole: false }),
	use: CriterionUse,
	anchors: Anchors
};

const Eligibility = v.object({ must: lines(20), welcome: lines(20), not: lines(20) }, 'wrong-kind');

const Offer = v.object(
	{
		sessions: rows(Session, 40),
		support: lines(30),
		outcomes: lines(20),
		adaptations: text(1500)
	},
	'wrong-kind'
);

const Stipend = v.object(
	{
		amount: number({ most: 10_000_000, whole: false }),
		currency: v.optional(
			v.pipe(
				v.string('wrong-kind'),
				v.trim(),
				v.toUpperCase(),
				v.check((code) => code === '' || /^[A-Z]{3}$/.test(code), 'not-a-currency')
			),
			''
		),
		instalments: lines(12),
		note: text(600)
	},
	'wrong-kind'
);

const Selection = v.object(
	{
		/** What the choice as a whole is to achieve. */
		rule: text(1500),
		criteria: rows(Criterion, 20),
		rules: lines(20),
		ties: text(1000),
		whoDecides: text(1000)
	},
	'wrong-kind'
);

const Keep = v.object(
	{
		what: text(2000),
		/** Months from the decision (or the end) until expressions that were not chosen are deleted. */
		months: number({ least: 1, most: 120 }),
		/** Days from the end until drafts that were never sent are deleted. */
		draftDays: number({ least: 31, most: 365 })
	},
	'wrong-kind'
);

const Contact = v.object(
	{
		name: text(160),
		email: v.optional(
			v.pipe(
				v.string('wrong-kind'),
				v.trim(),
				v.maxLength(254, 'too-long'),
				v.check((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'not-an-email')
			),
			''
		),
		note: text(300)
	},
	'wrong-kind'
);

const Translations = v.record(
	v.picklist(locales, 'not-an-option'),
	v.record(v.string(), v.object({ text: v.string(), of: v.string() }, 'wrong-kind'), 'wrong-kind'),
	'wrong-kind'
);

const entries = {
	name: neededText(120),
	host: text(120),
	/** What sort of programme, in a few words: "action learning cohort". */
	form: text(120),
	summary: text(300),
	/** The language in which the host writes this call. */
	language: v.optional(v.picklist(locales, 'not-an-option'), 'en'),
	/** Nothing but a neutral word in calendars and subject lines. */
	discreet: ticked,
	purpose: text(6000),
	changeGoals: someOf(changeGoals),
	otherGoals: lines(10),
	/** The kinds looked for, each with an example. None: all kinds, with the examples everybody shows. */
	kinds: v.pipe(
		rows(Kind, kindsOfCampaign.length),
		v.transform((all) => all.filter(({ example }) => example !== ''))
	),
	eligibility: withDefaults(Eligibility),
	offer: withDefaults(Offer),
	stipend: withDefaults(Stipend),
	/** What is paid on top of the stipend. */
	expenses: lines(20),
	/** What taking part costs; 0 is free, null is not said. */
	cost: number({ most: 1_000_000, whole: false }),
	time: withDefaults(
		v.object({ hoursPerMonth: number({ most: 400, whole: false }), note: text(600) }, 'wrong-kind')
	),
	places: withDefaults(
		v.object({ min: number({ least: 1, most: 1000 }), max: number({ least: 1, most: 1000 }) }, 'wrong-kind')
	),
	/** One list for what people can teach and what they want to learn. */
	topics: lines(30, 160),
	selection: withDefaults(Selection),
	/** How the panel chooses: terms/terms.ts. */
	terms: withDefaults(SaidTerms),
	keep: withDefaults(Keep),
	reporting: lines(10),
	funders: lines(20, 160),
	contact: withDefaults(Contact),
	/** What was written in other languages, beside the words that it translates: tongues/texts.ts. */
	translations: v.optional(Translations, {})
};

export const CallContent = v.object(entries);
export type CallContent = v.InferOutput<typeof CallContent>;

/** Some of it: one page of the form, saved on its own. */
export const SomeContent = v.partial(CallContent);

/** A call of which nothing is known but its name. */
export function emptyContent(name: string): CallContent {
	return v.parse(CallContent, { name });
}

function withDefaults<Schema extends v.ObjectSchema<v.ObjectEntries, string>>(schema: Schema) {
	return v.optional(schema, {} as never);
}
