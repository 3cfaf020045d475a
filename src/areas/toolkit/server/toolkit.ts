import * as v from 'valibot';
import { anyone, nothing, useCase } from '#server/use-case';
import { kinds } from '../activity.ts';
import { ByActivity, FindActivities } from '../find.schema.ts';
import { fits } from '../find.ts';
import { sessions } from '../path.ts';
import { activityIn, cardIn, type ActivityView, type CardView } from '../said.ts';
import { findOwn } from './activity.sql.ts';
import { givenToAll } from './given.ts';

/** Anyone looks through the toolkit, by what they need and how long they have. */
export const listActivities = useCase('toolkit.listActivities', {
	input: FindActivities,
	on: nothing,
	may: anyone,
	async run({ db }, { locale, ...looked }) {
		const all = await givenToAll(db);
		const cards = all
			.filter(({ activity }) => fits(activity, looked))
			.map((given) => cardIn(locale, given))
			.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
		return { cards, all: all.length, looked };
	}
});
export type ToolkitView = Awaited<ReturnType<typeof listActivities>>;

/** Anyone reads one. Of what it was adapted from they see the name, where it is there to be read. */
export const showActivity = useCase('toolkit.showActivity', {
	input: ByActivity,
	on: async ({ db }, { activity: slug }) => {
		const all = await givenToAll(db);
		const given = all.find(({ activity }) => activity.slug === slug);
		return given && { given, all };
	},
	may: anyone,
	async run({ db }, { locale }, { given, all }): Promise<ActivityView & { from: CardView | null }> {
		const { slug } = given.activity;
		const from = given.isOwn ? (await findOwn(db, slug))?.adaptedFrom : null;
		const source = all.find(({ activity }) => activity.slug === from);
		return { ...activityIn(locale, given), from: source ? cardIn(locale, source) : null };
	}
});
export type OneActivityView = Awaited<ReturnType<typeof showActivity>>;

/** Programs take one, in every language. */
export const takeActivity = useCase('toolkit.takeActivity', {
	input: v.pick(ByActivity, ['activity']),
	on: async ({ db }, { activity: slug }) =>
		(await givenToAll(db)).find(({ activity }) => activity.slug === slug),
	may: anyone,
	run: (_, __, given) => given
});

/** Programs take all of them, in every language, with the path. */
export const takeToolkit = useCase('toolkit.takeToolkit', {
	input: v.object({}),
	on: nothing,
	may: anyone,
	run: async ({ db }) => ({ given: await givenToAll(db), sessions })
});

/** Anyone sees a way through them: six sessions, each with its activities. */
export const showPath = useCase('toolkit.showPath', {
	input: v.pick(FindActivities, ['locale']),
	on: nothing,
	may: anyone,
	async run({ db }, { locale }) {
		const all = await givenToAll(db);
		return {
			sessions: sessions.map(({ key, activities, boxes }) => {
				const cards = activities.flatMap((slug) => {
					const given = all.find(({ activity }) => activity.slug === slug);
					return given ? [cardIn(locale, given)] : [];
				});
				return { key, boxes, cards, minutes: together(cards) };
			})
		};
	}
});
export type PathView = Awaited<ReturnType<typeof showPath>>;

function together(cards: readonly CardView[]): { from: number; to: number } {
	const sum = (all: number[]) => all.reduce((one, other) => one + other, 0);
	return {
		from: sum(cards.map(({ minutes }) => minutes.from)),
		to: sum(cards.map(({ minutes }) => minutes.to))
	};
}
