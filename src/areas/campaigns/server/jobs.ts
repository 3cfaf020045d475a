import './letters.ts';
import { on } from '#server/use-case';
import { Problem } from '#shared/problem';
import { beginCampaign, endCampaign } from './campaigns.ts';
import { forgetUninvited } from './forgetting.ts';

/** A place that was given back meanwhile begins nothing. */
on('place.accepted', async function beginTheCampaign(context, { id }) {
	try {
		await beginCampaign.within(context, { place: String(id) });
	} catch (problem) {
		if (!(problem instanceof Problem && problem.code === 'not-found')) throw problem;
	}
});

on('place.ended', async function endTheCampaign(context, { id }) {
	await endCampaign.within(context, { place: String(id) });
});

on('expression.erased', async function forgetWhoLedIt(context, { id }) {
	await forgetUninvited.within(context, { expression: String(id) });
});
