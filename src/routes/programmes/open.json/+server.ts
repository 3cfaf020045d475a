import { latestFirst, openCallsJson } from '#areas/programmes';
import { listCalls } from '#areas/programmes/server';
import { endpoint, fresh } from '#server/web';
import { addressesAt, turning } from '../addresses.ts';

export const GET = endpoint(listCalls, {
	from: 'nothing',
	as: async (list, event) =>
		fresh(event, {
			body: JSON.stringify(openCallsJson(list, await addressesAt(event)), null, '\t'),
			type: 'application/json; charset=utf-8',
			until: turning(latestFirst(list)),
			shared: true
		})
});
