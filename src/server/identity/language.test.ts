import { expect, test } from 'vitest';
import { chooseLanguage, requestSignIn, showAccount, signIn } from '#server/identity';
import { visitor } from '#shared/actor';
import { withWorld } from '../../../tests/world.ts';
import { agent, amina, eira, eiraAtWork, joinsBy, linkFor, minutes, signsIn } from '../../../tests/people.ts';

test(
	'nobody chooses as a visitor, nor by a link alone, nor a language that we do not speak',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		const low = await signsIn(world);
		for (const actor of [visitor, low.actor])
			await expect(chooseLanguage.within(world.as(actor), { language: 'cy' })).rejects.toMatchObject({
				code: 'not-found'
			});
		const unknown = { language: 'tlh' } as unknown as { language: 'cy' };
		await expect(chooseLanguage.within(world.as(known.actor), unknown)).rejects.toThrow();
	})
);

test(
	'who chose a language is written to in it and comes in to it, wherever they ask',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		await joinsBy(world, known.actor, amina);
		await chooseLanguage.within(world.as(known.actor), { language: 'ar' });
		const view = await showAccount.within(world.as(known.actor), { session: known.session });
		expect(view.language).toBe('ar');
		await requestSignIn.within(world.as(), { email: eira.email, locale: 'en' });
		await world.runJobs();
		const { text } = (await world.post()).find(({ template }) => template === 'sign-in')!;
		const token = /\/ar\/sign-in\/link\/([\w-]+)/.exec(text)![1]!;
		const opened = await signIn.within(world.as(visitor), { token, agent });
		expect(opened).toMatchObject({ language: 'ar', owesFactor: true });

		const theirs = await linkFor(world, amina.email, minutes(1));
		const { language } = await signIn.within(world.as(visitor, minutes(1)), { token: theirs, agent });
		expect(language).toBeUndefined();
	})
);
