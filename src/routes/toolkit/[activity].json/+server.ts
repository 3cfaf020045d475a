import { activityForPrograms } from '#areas/toolkit';
import { takeActivity } from '#areas/toolkit/server';
import { endpoint } from '#server/web';
import { absolute } from '#shared/public-address';

/** One activity, in every language, for programs. */
export const GET = endpoint(takeActivity, {
	as: (given) => Response.json(activityForPrograms(given, absolute(`/toolkit/${given.activity.slug}`)))
});
