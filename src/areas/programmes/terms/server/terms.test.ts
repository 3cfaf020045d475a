import type * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
	importCall,
	publishCall,
	putBackTerms,
	reviseCall,
	reviseTerms,
	showDraft,
	showTerms
} from '#areas/programmes/server';
import type { StoredForm } from '#areas/forms';
import { reviseForm, showForm } from '../../form/server/forms.ts';
import { house } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';
import type { SaidTerms } from '../terms.schema.ts';
import { findTerms } from './find-terms.ts';

const slug = 'spring';
const before = new Date('2026-01-03T09:00:00Z');
const opened = new Date('2026-01-06T09:00:00Z');
const note = 'Said more clearly.';

async function save(world: World, terms: v.InferInput<typeof SaidTerms>, now = before) {
	const { edition } = await showTerms.within(world.as(lead, now), { slug });
	return reviseTerms.within(world.as(lead, now), { slug, edition, content: { terms } });
}

async function publish(world: World, now: Date) {
	const { edition } = await showDraft.within(world.as(lead, now), { slug });
	return publishCall.within(world.as(lead, now), { slug, edition, note });
}

const personal = (more: object) => ({
	key: 'background',
	title: { text: 'About you' },
	pages: [
		{
			key: 'background',
			questions: [
				{
					key: 'background',
					kind: 'several',
					options: [{ value: 'roma', label: { text: 'Roma or Traveller' } }],
					personal: true,
					neededBy: ['choosing'],
					seenBy: 'staff',
					help: { text: 'We hold two places for people who are seldom asked. You need not answer.' },
					label: { text: 'Do you describe yourself as any of these?' },
					...more
				}
			]
		}
	]
});

async function withQuestion(world: World, more: object = {}) {
	const { form, edition } = await showForm.within(world.as(lead, before), { slug });
	const section = JSON.parse(JSON.stringify(personal(more))) as StoredForm['sections'][number];
	const sections = [...form.sections, section];
	const { saved } = (await reviseForm.within(world.as(lead, before), {
		slug,
		edition,
		form: { ...form, sections } as never
	})) as { saved: boolean };
	expect(saved).toBe(true);
}

const fields = (path: string, code: string) => ({ fields: { [`content.terms.${path}`]: code } });

test(
	'nobody but staff reads or writes them',
	withWorld(async (world) => {
		await aCall(world);
		for (const actor of [undefined, { ...lead, roles: [] }, { ...lead, assurance: 1 } as typeof lead]) {
			await expect(showTerms.within(world.as(actor), { slug })).rejects.toMatchObject({ code: 'not-found' });
			await expect(
				reviseTerms.within(world.as(actor), { slug, edition: 1, content: { terms: {} } })
			).rejects.toMatchObject({ code: 'not-found' });
			await expect(putBackTerms.within(world.as(actor), { slug })).rejects.toMatchObject({
				code: 'not-found'
			});
		}
	})
);

describe('what cannot be said is refused beside its field', () => {
	test.each<[string, v.InferInput<typeof SaidTerms>, ReturnType<typeof fields>]>([
		['parts that are not all', { parts: { difference: 100, match: 0, score: 1 } }, fields('parts.difference', 'not-a-hundred')],
		['two of the three parts', { parts: { difference: 50, match: 50 } }, fields('parts.score', 'missing')],
		['a question that nobody asks', { attributes: [{ question: 'colour', weight: 1 }] }, fields('attributes.0.question', 'not-an-option')],
		['a question of several answers as a difference', { attributes: [{ question: 'teach', weight: 1 }] }, fields('attributes.0.question', 'not-an-option')],
		['a question twice', { attributes: [{ question: 'kind', weight: 1 }, { question: 'kind', weight: 2 }] }, fields('attributes.1.question', 'said-twice')],
		['an option that nobody offers', { quotas: [{ of: 'region=atlantis', min: 1 }] }, fields('quotas.0.of', 'not-an-option')],
		['a rule without a number', { quotas: [{ of: 'region=wales' }] }, fields('quotas.0.min', 'missing')],
		['more than the most', { quotas: [{ of: 'region=wales', min: 3, max: 2 }] }, fields('quotas.0.max', 'out-of-range')],
		['access needs', { quotas: [{ of: 'access=any', min: 1 }] }, fields('quotas.0.of', 'not-an-option')],
		['an equality question', { quotas: [{ of: 'ethnicity=roma', min: 1 }] }, fields('quotas.0.of', 'not-an-option')],
		['lots without a band', { lots: 'drawn' }, fields('band', 'missing')]
	])('%s', (_, terms, problem) => withWorld(async (world) => {
		await aCall(world);
		await expect(save(world, terms)).rejects.toMatchObject(problem);
	})()); // prettier-ignore
});

describe('a rule on a personal characteristic', () => {
	const ofRoma = { of: 'background=roma', min: 2 };
	test.each<[string, object, v.InferInput<typeof SaidTerms>, ReturnType<typeof fields>]>([
		['needs a reason', {}, { quotas: [ofRoma] }, fields('quotas.0.why', 'missing')],
		['has no upper limit', {}, { quotas: [{ ...ofRoma, max: 3, why: 'Seldom asked.' }] }, fields('quotas.0.max', 'most-of-people')],
		['needs words that say what it is for', { help: undefined }, { quotas: [{ ...ofRoma, why: 'Seldom asked.' }] }, fields('quotas.0.of', 'not-consented')],
		['needs a question that nobody has to answer', { required: true }, { quotas: [{ ...ofRoma, why: 'Seldom asked.' }] }, fields('quotas.0.of', 'not-consented')],
		['is no difference', { kind: 'choice' }, { attributes: [{ question: 'background', weight: 1 }] }, fields('attributes.0.question', 'about-a-person')],
		['is never about who is alone', {}, { notAlone: [{ of: 'background=roma' }] }, fields('notAlone.0.of', 'about-a-person')]
	])('%s', (_, more, terms, problem) => withWorld(async (world) => {
		await aCall(world);
		await withQuestion(world, more);
		await expect(save(world, terms)).rejects.toMatchObject(problem);
	})()); // prettier-ignore

	test(
		'is marked by the form, whatever is sent',
		withWorld(async (world) => {
			const { id } = await aCall(world);
			await withQuestion(world);
			const region = { of: 'region=wales', min: 1, isPersonal: 'yes' };
			await save(world, { quotas: [{ ...ofRoma, why: 'Seldom asked.', isPersonal: null }, region] });
			await publish(world, before);
			const { quotas } = await findTerms(world.as(lead, before), id);
			expect(quotas.map(({ option, isPersonal }) => [option, isPersonal])).toEqual([
				['roma', true],
				['wales', false]
			]);
		})
	);
});

test(
	'once the call has opened nobody changes them, and other words can be corrected',
	withWorld(async (world) => {
		const { id } = await aCall(world, { content: { terms: { readers: 4 } } });
		await expect(save(world, { readers: 2 }, opened)).rejects.toMatchObject({ code: 'terms-stand' });
		const change = async (content: object) => {
			const { edition } = await showDraft.within(world.as(lead, opened), { slug });
			await reviseCall.within(world.as(lead, opened), { slug, edition, content });
		};
		await change({ selection: { criteria: [{ name: 'Reach', weight: 3 }] } });
		await expect(publish(world, opened)).rejects.toMatchObject({ code: 'terms-stand' });
		expect(await showTerms.within(world.as(lead, opened), { slug })).toMatchObject({
			stands: { isOtherwise: true }
		});
		await putBackTerms.within(world.as(lead, opened), { slug });
		await change({ summary: 'For groups.' });
		await publish(world, opened);
		expect(await findTerms(world.as(lead, opened), id)).toMatchObject({ readers: 4, criteria: [] });
	})
);

test(
	'a file cannot change them either once the call has opened',
	withWorld(async (world) => {
		const file = (criteria: object[], summary: string) =>
			JSON.stringify({ programme: 'Spring', timeZone: 'Europe/London', opens: '2026-01-05T00:00', closes: '2026-03-11T12:00', purpose: 'To win.', summary, criteria }); // prettier-ignore
		const bring = (text: string, now: Date) => importCall.within(world.as(house, now), { text });
		await bring(file([{ name: 'Reach', weight: 1 }], ''), before);
		expect(await bring(file([{ name: 'Reach', weight: 1 }], 'More.'), opened)).toMatchObject({
			result: 'corrected'
		});
		await expect(bring(file([{ name: 'Reach', weight: 2 }], 'More.'), opened)).rejects.toMatchObject({
			code: 'terms-stand'
		});
	})
);

test(
	'before it opens they can be changed as often as one likes, and the last published stand',
	withWorld(async (world) => {
		const { id } = await aCall(world);
		for (const readers of [2, 5]) {
			await save(world, { readers });
			await publish(world, before);
		}
		await save(world, { readers: 9 });
		expect(await findTerms(world.as(lead, someDay), id)).toMatchObject({ readers: 5 });
		expect(await showTerms.within(world.as(lead, opened), { slug })).toMatchObject({
			stands: { isOtherwise: true }
		});
	})
);
