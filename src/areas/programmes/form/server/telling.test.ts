import { expect, test } from 'vitest';
import type { Question } from '#areas/forms';
import { visitor } from '#shared/actor';
import { aCall } from '../../../../../tests/call-world.ts';
import { begun, filledIn, sent } from '../../../../../tests/expression-world.ts';
import { publishQuestions as published } from '../../../../../tests/form-world.ts';
import { someDay, withWorld } from '../../../../../tests/world.ts';
import { goOverToNewForm, showApplication, showNewForm, stayWithForm } from '../../server/index.ts';

const later = new Date(someDay.getTime() + 3_600_000);
const reworded = (one: Question) =>
	one.key === 'group' ? { ...one, label: { text: 'What are you called?' } } : one;

test('who has a draft of an older form is told once, by letter; who sent it or began after is not', withWorld(async (world) => {
	await aCall(world);
	const [held] = [await filledIn(world), await sent(world), await begun(world)];
	await world.post();
	await published(world, reworded, [], later);
	await world.runJobs(later);
	await world.runJobs(later);
	const letters = await world.post();
	expect(letters).toMatchObject([{ template: 'expression-new-form', to: 'asha@example.org' }]);
	expect(letters[0]!.subject).not.toContain('Spring');
	expect(letters[0]!.text).toContain('“What are you called?” has new words.');
	expect(letters[0]!.subject).toContain(held.reference);
})); // prettier-ignore

const nobodys = '00000000-0000-4000-8000-000000000000';

test('a form that came while somebody read of the one before is shown first: nobody goes over to it, or stays, unseen', withWorld(async (world) => {
	await aCall(world);
	const held = await filledIn(world);
	const look = () => showNewForm.within(world.as(held.actor, later), { reference: held.reference });
	await published(world, reworded, [], later);
	const { version } = await look();
	const again = (one: Question) => (one.key === 'place' ? undefined : one);
	await published(world, again, [], new Date(later.getTime() + 60_000));
	for (const useCase of [goOverToNewForm, stayWithForm])
		await expect(useCase.within(world.as(held.actor, later), { reference: held.reference, version })).rejects.toMatchObject({ code: 'form-changed-again' });
	const newest = await look();
	expect(newest.rows).toHaveLength(2);
	await goOverToNewForm.within(world.as(held.actor, later), { reference: held.reference, version: newest.version });
	await expect(look()).rejects.toMatchObject({ code: 'not-found' });
})); // prettier-ignore

test('the task list says so until they stay or go over; nobody else reads or decides it', withWorld(async (world) => {
	await aCall(world);
	const [held, other] = [await filledIn(world), await filledIn(world)];
	const says = async () => (await showApplication.within(world.as(held.actor, later), held)).newForm;
	expect(await says()).toBe(false);
	await published(world, reworded, [], later);
	expect(await says()).toBe(true);
	for (const stranger of [visitor, other.actor])
		for (const useCase of [showNewForm, stayWithForm, goOverToNewForm])
			await expect(useCase.within(world.as(stranger, later), { reference: held.reference, version: nobodys })).rejects.toMatchObject({ code: 'not-found' });
	const view = await showNewForm.within(world.as(held.actor, later), { reference: held.reference });
	expect(view.rows).toMatchObject([{ now: 'What are you called?' }]);
	const chosen = { reference: held.reference, version: view.version };
	await stayWithForm.within(world.as(held.actor, new Date(later.getTime() + 1)), chosen);
	expect(await says()).toBe(false);
	await goOverToNewForm.within(world.as(held.actor, later), chosen);
	expect(JSON.stringify(await showApplication.within(world.as(held.actor, later), held))).toContain('Damp Watch');
})); // prettier-ignore
