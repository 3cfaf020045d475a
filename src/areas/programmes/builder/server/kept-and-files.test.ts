import { expect, test } from 'vitest';
import { questionsOf } from '#areas/forms';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';
import { showForm } from '../../form/server/forms.ts';
import { findingsIn } from './asides.ts';
import * as door from './door.ts';

const slug = 'spring';
const as = (world: World) => world.as(lead, new Date('2026-02-01T09:00:00Z'));
const formOf = async (world: World) => (await showForm.within(as(world), { slug })).form;
const questionIn = async (world: World, key: string) =>
	questionsOf(await formOf(world)).find((one) => one.key === key)!;
const letter = { kind: 'file' as const, label: 'A letter', seenBy: 'staff' as const, accept: ['pdf', 'png'] };

test(
	'kinds of file and what is said of keeping are written; what Placard fills in stays',
	withWorld(async (world) => {
		await aCall(world, { slug });
		const save = async (question: string, q: object) => {
			const { mark } = await door.showBuilderQuestion.within(as(world), { slug, question });
			await door.reviseQuestion.within(as(world), { slug, question, mark, q: q as typeof letter });
			return questionIn(world, question);
		};
		const kept = { ...letter, keptFor: 'We send it back.' };
		expect(await save('letter', kept)).toMatchObject({
			accept: ['pdf', 'png'],
			keptFor: { texts: { en: 'We send it back.' } }
		});
		expect(await save('letter', { ...kept, accept: [] })).toMatchObject({ accept: ['pdf', 'png'] });
		expect(await save('letter', { ...letter, keptFor: '' })).not.toHaveProperty('keptFor');
		await expect(save('letter', { ...letter, accept: ['exe'] })).rejects.toMatchObject({ code: 'unusable' });
		const help = {
			kind: 'several',
			label: 'Help',
			seenBy: 'staff',
			options: 'A\nB',
			keptFor: 'Something else'
		};
		expect(await save('help', help)).toMatchObject({ keptFor: { message: 'apply_help_now' } });
		const film = { kind: 'recording', label: 'Say it', seenBy: 'panel', media: ['signed-video'] };
		expect(await save('recording-file', film)).toMatchObject({ media: ['signed-video'] });
	})
);

test(
	'the form that every call begins with names what each answer is for',
	withWorld(async (world) => {
		await aCall(world, { slug });
		expect(findingsIn(await formOf(world)).filter(({ code }) => code === 'nobody-needs')).toEqual([]);
	})
);
