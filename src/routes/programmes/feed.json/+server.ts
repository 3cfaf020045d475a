import { callsJsonFeed, latestFirst } from '#areas/programmes';
import { listCalls } from '#areas/programmes/server';
import { endpoint, fresh } from '#server/web';
import { addressesAt, turning } from '../addresses.ts';

export const GET = endpoint(listCalls, {
	from: 'nothing',
	as: async (list, event) =>
		fresh(event, {
			body: JSON.stringify(callsJsonFeed(list, await addressesAt(event)), null, '\t'),
			type: 'application/feed+json; charset=utf-8',
			until: turning(latestFirst(list))
		})
});
