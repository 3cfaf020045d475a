import { describe, expect, test } from 'vitest';
import type { UseCase } from '#server/use-case';
import { visitor, type Actor } from '#shared/actor';
import {
	addReturnCode,
	askEquality,
	checkAnswers,
	eraseExpression,
	goOnWithLink,
	leaveDevice,
	renewReturnCode,
	saveAnswers,
	sendExpression,
	sendReturnLink,
	showApplication,
	showEquality,
	showHoldings,
	showLeaving,
	showQuestions,
	showReturnCode,
	showSent,
	withdrawExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { begun, otherLead, sent } from '../../../../tests/expression-world.ts';
import { withWorld } from '../../../../tests/world.ts';

/** Everything that is done with an application, and what it needs beside the reference. */
const doors = {
	addReturnCode: [addReturnCode, {}],
	askEquality: [askEquality, {}],
	checkAnswers: [checkAnswers, {}],
	eraseExpression: [eraseExpression, { sure: 'yes' }],
	goOnWithLink: [goOnWithLink, { email: 'other@example.org' }],
	leaveDevice: [leaveDevice, { token: 'x' }],
	renewReturnCode: [renewReturnCode, {}],
	saveAnswers: [saveAnswers, { page: 'group', fields: { group: 'Others' } }],
	sendExpression: [sendExpression, {}],
	sendReturnLink: [sendReturnLink, { email: 'other@example.org' }],
	showApplication: [showApplication, {}],
	showEquality: [showEquality, {}],
	showHoldings: [showHoldings, {}],
	showLeaving: [showLeaving, {}],
	showQuestions: [showQuestions, { page: 'group' }],
	showReturnCode: [showReturnCode, { token: 'x' }],
	showSent: [showSent, {}],
	withdrawExpression: [withdrawExpression, { sure: 'yes' }]
} as unknown as Record<string, [UseCase<object, unknown>, object]>;

describe.each(Object.entries(doors))('%s', (_, [useCase, input]) => {
	test(
		'opens to the applicant alone: not to a visitor, another applicant, or staff',
		withWorld(async (world) => {
			await aCall(world);
			const [held, other] = [await sent(world), await begun(world)];
			const strangers: Actor[] = [visitor, other.actor, lead, otherLead];
			for (const stranger of strangers)
				await expect(
					useCase.within(world.as(stranger), { reference: held.reference, ...input })
				).rejects.toMatchObject({
					code: 'not-found'
				});
			await expect(
				useCase.within(world.as(held.actor), { reference: held.reference, ...input })
			).resolves.not.toThrow();
		})
	);
	test(
		'answers for an application that there is not, and for an address that cannot be one',
		withWorld(async (world) => {
			await aCall(world);
			const { actor } = await begun(world);
			const ask = (reference: string) => useCase.within(world.as(actor), { reference, ...input });
			await expect(ask('ZZZ-ZZZ')).rejects.toMatchObject({ code: 'not-found' });
			for (const reference of ['', '../..', 'x'.repeat(5000)])
				await expect(ask(reference)).rejects.toMatchObject({ fields: { reference: 'wrong-kind' } });
		})
	);
});
