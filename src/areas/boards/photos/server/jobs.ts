import * as v from 'valibot';
import { standIn } from '#areas/campaigns/server';
import { mayRead, purgeFilesOf } from '#server/files';
import { every, on, ourselves, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { listForgottenPhotos } from './photo.sql.ts';
import { ownerOf } from './photo-views.ts';
import { destroyed } from './photos.ts';

/** Whoever takes part, as on the page that shows them. */
mayRead('campaign', async (context, { id }) => {
	try {
		return (await standIn.within(context, { id })).member !== null;
	} catch (problem) {
		if (problem instanceof Problem && problem.code === 'not-found') return false;
		throw problem;
	}
});

/** Nobody decided about them, and their day has come. */
export const destroyForgottenPhotos = useCase('boards.destroyForgottenPhotos', {
	input: v.object({}),
	on: () => ({}),
	may: ourselves,
	trace: 'week',
	async run(context) {
		for (const { campaign, ...photo } of await listForgottenPhotos(context.db, context.now))
			await destroyed(context, campaign, photo);
	}
});

every('23 * * * *', function destroyPhotosWhoseDayHasCome(context) {
	return destroyForgottenPhotos.within(context, {});
});

on('campaign.ended', async function destroyPhotosOfTheCampaign(context, { id }) {
	await purgeFilesOf(context, ownerOf(String(id)));
});
