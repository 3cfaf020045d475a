import { activityForPrograms } from '#areas/toolkit';
import { takeToolkit } from '#areas/toolkit/server';
import { endpoint } from '#server/web';
import { absolute } from '#shared/public-address';

/** The contents of the whole toolkit, in every language, for programs. */
export const GET = endpoint(takeToolkit, {
	from: 'nothing',
	as: ({ given, sessions }) =>
		Response.json({
			address: absolute('/toolkit'),
			activities: given.map((one) => activityForPrograms(one, absolute(`/toolkit/${one.activity.slug}`))),
			path: sessions
		})
});
