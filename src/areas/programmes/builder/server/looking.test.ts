import { expect, test } from 'vitest';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';
import { showForm } from '../../form/server/forms.ts';
import * as door from './door.ts';

const slug = 'spring';
const as = (world: World) => world.as(lead, new Date('2026-02-01T09:00:00Z'));
const formOf = async (world: World) => (await showForm.within(as(world), { slug })).form;
const letter = {
	kind: 'file' as const,
	label: 'A letter',
	seenBy: 'staff' as const,
	accept: ['pdf', 'png']
};

test(
	'a question is looked at as applicants would meet it, and nothing is kept',
	withWorld(async (world) => {
		await aCall(world, { slug });
		const before = await formOf(world);
		const look = await door.lookAtQuestion.within(as(world), {
			slug,
			question: 'letter',
			mark: 'seen',
			q: letter
		});
		expect(look).toMatchObject({
			mark: 'seen',
			shown: { label: 'A letter', ask: { accept: ['pdf', 'png'] } }
		});
		expect(await formOf(world)).toEqual(before);
		const gone = { slug, question: 'nowhere', mark: 'seen', q: letter };
		await expect(door.lookAtQuestion.within(as(world), gone)).rejects.toMatchObject({ code: 'not-found' });
	})
);
