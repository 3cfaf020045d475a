import * as v from 'valibot';
import { ourselves, useCase } from '#server/use-case';
import { answerText, questionsOf } from '#areas/forms';
import { kindsOfCampaign, type KindOfCampaign } from '../../campaign.ts';
import { BySlug } from '../../server/calls.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { emailOf } from '../../server/sending.ts';
import { readWhole, type Whole } from '../../server/whole.ts';
import { findPlace, findPlaceOf, listPlaceLines, type PlaceLine } from './offer.sql.ts';
import { decider, deciding } from './policy.ts';

/** What an accepted place says for the campaign that it begins. */
export type PlaceFacts = {
	id: string;
	call: string;
	acceptedAt: Date;
	/** '' where the application does not say. */
	name: string;
	community: string;
	change: string;
	data: string;
	kind: KindOfCampaign | null;
	/** Whoever leads the application. */
	lead: { name: string; email: string | null; locale: string };
};

/** Other areas begin what follows from an accepted place. One that was given back is not there any more. */
export const readPlace = useCase('programmes.readPlace', {
	input: v.object({ id: v.pipe(v.string(), v.uuid()) }),
	async on({ db }, { id }) {
		const place = await findPlace(db, id);
		const expression = place && !place.endedAt ? await findExpressionById(db, place.expression) : undefined;
		return place && expression && !expression.erasedAt ? { place, expression } : undefined;
	},
	may: ourselves,
	async run(context, _, { place, expression }): Promise<PlaceFacts> {
		const whole = await readWhole(context, expression);
		return {
			id: place.id,
			call: place.call,
			acceptedAt: place.acceptedAt,
			name: wordsOf(whole, 'group'),
			community: wordsOf(whole, 'community'),
			change: wordsOf(whole, 'change'),
			data: wordsOf(whole, 'data'),
			kind: kindsOfCampaign.find((one) => one === whole.answers['kind']?.value) ?? null,
			lead: {
				name: wordsOf(whole, 'contact-name'),
				email: emailOf(whole),
				locale: expression.locale
			}
		};
	}
});

export type PlacesView = { slug: string; name: string; places: PlaceLine[] };

/** Staff see who has a place, of those whose application they may see. Nothing of a call whose choice a conflict keeps them out of. */
export const listPlaces = useCase('programmes.listPlaces', {
	input: BySlug,
	on: deciding,
	may: decider,
	async run({ db, actor }, { slug }, { call }): Promise<PlacesView> {
		return { slug, name: call.content.name, places: await listPlaceLines(db, actor, call.id) };
	}
});

/** For areas that follow an application to what began with its place. Null: it has none. */
export const findPlaceOfExpression = useCase('programmes.findPlaceOfExpression', {
	input: v.object({ expression: v.pipe(v.string(), v.uuid()) }),
	on: async ({ db }, { expression }) => ({ place: await findPlaceOf(db, expression) }),
	may: ourselves,
	run: (_, __, { place }): string | null => place?.id ?? null
});

function wordsOf({ form, answers }: Whole, key: string): string {
	const question = questionsOf(form).find((one) => one.key === key);
	return question ? answerText(question, answers[key]?.value ?? null).join('\n') : '';
}
